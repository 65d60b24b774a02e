//! What a firm has set: its name, its trade, its sites, whom customers can turn to.

use demur_app::notices::Lang;
use demur_app::record::Settings;
use demur_app::store::{House, Profile, StoreError};
use demur_words::record::answers::Answering;
use serde::{Deserialize, Serialize};

/// Name of the setting.
const SETTING: &str = "firm";

/// The firm. Every field has a meaning when it is absent, so that older settings still read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Firm {
    /// Its name, as customers know it.
    pub(crate) name: String,
    /// The profile of its business: `gabinet`, `sklep` and so on.
    pub(crate) profile: String,
    /// The country whose law holds, as in `place`.
    pub(crate) place: String,
    /// Whose periods of retention hold: `pl`, `gb`, `de`, `us-credit` or `other`.
    pub(crate) periods: String,
    /// Its places, the first one being the usual one.
    pub(crate) sites: Vec<Site>,
    /// Address of the firm, on letters.
    pub(crate) address: String,
    /// Where customers can write or call.
    pub(crate) contact: String,
    /// Who looks at complaints.
    pub(crate) complaint_contact: String,
    /// Whether whoever decides has to give a second factor.
    pub(crate) second_factor: bool,
    /// Months for contact and texts, when they are fewer than the periods say.
    pub(crate) texts_months: Option<i32>,
    /// Months for skeletons, likewise.
    pub(crate) skeleton_months: Option<i32>,
}

/// A place of the firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Site {
    /// Leads the numbers of its case files: letters and digits.
    pub(crate) code: String,
    /// How people call it.
    pub(crate) name: String,
}

impl Firm {
    /// Who answers to requests about data.
    pub(crate) fn answering(&self) -> Answering<'_> {
        let own = Some(self.complaint_contact.as_str()).filter(|contact| !contact.is_empty());
        Answering {
            contact: own.unwrap_or(&self.contact),
            place: &self.place,
        }
    }

    /// What is set; nothing before the set-up.
    pub(crate) fn read(house: &House) -> Result<Option<Self>, StoreError> {
        let found = house.setting(SETTING)?;
        Ok(found.and_then(|found| serde_json::from_value(found.value).ok()))
    }

    /// The version of what is set, to notice that somebody else changed it.
    pub(crate) fn version(house: &House) -> Result<Option<i64>, StoreError> {
        Ok(house.setting(SETTING)?.map(|found| found.version))
    }

    /// Sets it, unless somebody else did in the meantime.
    pub(crate) fn write(&self, house: &House, expected: Option<i64>) -> Result<i64, StoreError> {
        let value = serde_json::to_value(self).unwrap_or_default();
        house.put_setting(SETTING, expected, &value)
    }

    pub(crate) fn periods(&self) -> Profile {
        Profile::parse(&self.periods).unwrap_or(Profile::Pl)
    }

    /// How its record is kept. Whoever moves to shorter periods does not keep older longer ones.
    pub(crate) fn settings(&self) -> Settings {
        let mut settings = Settings::of(self.periods(), self.first_site(), Lang::Pl);
        let usual = settings.schedule.clone();
        let shorter = |own: Option<i32>, usual: i32| own.filter(|own| (1..usual).contains(own));
        settings.schedule.tier_a_months = shorter(self.texts_months, usual.texts_months());
        settings.schedule.tier_b_months = shorter(self.skeleton_months, usual.skeleton_months());
        settings
    }

    pub(crate) fn first_site(&self) -> &str {
        self.sites.first().map_or("shop", |site| site.code.as_str())
    }

    /// The site of a person who has one, else the usual one.
    pub(crate) fn site_of<'a>(&'a self, own: Option<&'a str>) -> &'a str {
        let known = |code: &&str| self.sites.iter().any(|site| site.code == *code);
        own.filter(known).unwrap_or_else(|| self.first_site())
    }
}
