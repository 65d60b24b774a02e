//! The second factor: codes that an authenticator app on the phone shows (TOTP, RFC 6238).

use qrcode::{Color, EcLevel, QrCode};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::fault::Fault;

const BYTES: usize = 20;
const DIGITS: u8 = 6;
const STEP_SECONDS: u64 = 30;
/// So many steps before and after now count, since clocks differ.
const SKEW: u16 = 1;
/// Empty modules around a QR code, without which cameras do not find it.
const MARGIN: usize = 4;

/// A secret that nobody had before.
pub(crate) fn new_secret() -> Result<Vec<u8>, Fault> {
    let mut secret = vec![0; BYTES];
    getrandom::fill(&mut secret).map_err(|_| Fault::Broken("no randomness"))?;
    Ok(secret)
}

/// The step of time to which a code belongs, when it is right. The caller sees to it that each
/// step counts once.
pub(crate) fn step_of(secret: &[u8], code: &str, now: u64) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp(secret, "", "").ok()?.check(&code, now)?;
    i64::try_from(step).ok()
}

/// What the app on the phone has to know: as an address for a QR code and as text to type.
pub(crate) struct Handover {
    /// Markup of the QR code.
    pub(crate) picture: String,
    /// The secret in groups of four.
    pub(crate) text: String,
}

/// The secret of somebody in a firm, to be taken over by a phone.
pub(crate) fn hand_over(
    secret: &[u8],
    login: &str,
    firm: &str,
    label: &str,
) -> Result<Handover, Fault> {
    let broken = Fault::Broken("a second factor cannot be shown");
    let address = totp(secret, login, firm)?.to_url().map_err(|_| broken)?;
    let code = QrCode::with_error_correction_level(address, EcLevel::M);
    let code = code.map_err(|_| Fault::Broken("a QR code cannot be drawn"))?;
    Ok(Handover {
        picture: drawn(&code, label),
        text: grouped(&Secret::from(secret.to_vec()).to_base32()),
    })
}

fn totp(secret: &[u8], login: &str, firm: &str) -> Result<Totp, Fault> {
    // A colon would part the firm's name from the login.
    let plain = |text: &str| text.replace(':', " ").trim().to_owned();
    let issuer = match plain(firm) {
        firm if firm.is_empty() => "Demur".to_owned(),
        firm => format!("Demur, {firm}"),
    };
    let built = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_skew(SKEW)
        .with_step_duration(STEP_SECONDS)
        .with_secret(secret.to_vec())
        .with_issuer(Some(issuer))
        .with_account_name(plain(login))
        .build();
    built.map_err(|_| Fault::Broken("a second factor cannot be made"))
}

fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(|c| *c != '=').collect();
    let groups = letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// Dark squares on white, whatever the colours of the page: cameras want it so.
fn drawn(code: &QrCode, label: &str) -> String {
    let (width, size) = (code.width(), code.width() + 2 * MARGIN);
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (x, y) = (at % width + MARGIN, at / width + MARGIN);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let label = askama::filters::escape(label, askama::filters::Html);
    let label = label.map(|label| label.to_string()).unwrap_or_default();
    format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" width=\"224\" height=\"224\" \
         viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the RFC's test values.
    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_standard() {
        assert_eq!(step_of(SECRET, "287082", 59), Some(1));
        assert_eq!(
            step_of(SECRET, " 081 804 ", 1_111_111_109),
            Some(37_037_036)
        );
        assert_eq!(step_of(SECRET, "287083", 59), None);
        assert_eq!(step_of(SECRET, "", 59), None);
        assert_eq!(step_of(SECRET, "28708", 59), None);
    }

    #[test]
    fn one_step_before_and_after_counts_and_no_more() {
        for (now, expected) in [(29, Some(1)), (89, Some(1)), (90, None), (119, None)] {
            assert_eq!(step_of(SECRET, "287082", now), expected, "{now}");
        }
    }

    #[test]
    fn what_is_handed_over_has_no_style_and_reads_well() {
        let shown = hand_over(SECRET, "anna:x", "Gabinet \"Stopa\": nogi", "QR \"x\"").unwrap();
        assert!(!shown.picture.contains("style"));
        assert!(
            shown.picture.contains("aria-label=\"QR &#34;x&#34;\""),
            "{}",
            shown.picture
        );
        assert_eq!(shown.text, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
