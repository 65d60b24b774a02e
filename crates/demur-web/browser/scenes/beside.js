// Pages beside the rooms, errors, and what other roles see.

export const beside = [
  { name: "danger", play: ({ open }) => open("/danger") },
  { name: "away", title: /./, play: ({ open }) => open("/away") },
  { name: "components", play: ({ open }) => open("/components") },
  { name: "not-found", status: 404, play: ({ open }) => open("/nowhere") },
  { name: "interview-gone", status: 404, play: ({ open }) => open("/interview/nowhere") },
];
