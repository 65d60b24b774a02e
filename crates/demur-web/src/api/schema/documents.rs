//! Documents whose code is elsewhere. That they are as described here is held by the tests, which
//! compare what the app answers with this description.

#![expect(dead_code, reason = "these types describe documents that others write")]

mod law;
mod notice;
mod record;
mod referral;

use std::borrow::Cow;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

pub(crate) use law::*;
pub(crate) use notice::*;
pub(crate) use record::*;
pub(crate) use referral::*;

/// Documents with a schema of their own under `docs/schema`, which is put in place of these.
macro_rules! published {
    ($($name:ident = $public:literal;)+) => {$(
        /// A published document.
        pub(crate) struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().build().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($public)
            }
        }
    )+};
}

published! {
    Situation = "Situation";
    Opinion = "Opinion";
}
