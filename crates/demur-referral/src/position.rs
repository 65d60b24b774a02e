//! Points on the earth and how far they lie apart.

/// Mean radius of the earth in kilometres (IUGG: a third of the way from the equatorial
/// to the polar radius). On a sphere of it a distance errs by half a percent at most.
const RADIUS_KM: f64 = 6371.0088;

/// A point on the earth, in degrees of WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    latitude: f64,
    longitude: f64,
}

impl Position {
    /// A point; `None` when the latitude lies outside -90 to 90 degrees or the longitude
    /// outside -180 to 180.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let valid = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        valid.then_some(Self {
            latitude,
            longitude,
        })
    }

    /// Degrees north of the equator.
    #[must_use]
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east of Greenwich.
    #[must_use]
    pub fn longitude(self) -> f64 {
        self.longitude
    }

    /// Kilometres along the great circle, by the haversine formula (R. W. Sinnott,
    /// "Virtues of the Haversine", Sky and Telescope 68, 1984).
    #[must_use]
    pub fn kilometres_to(self, other: Self) -> f64 {
        let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
        let across = self.latitude.to_radians().cos() * other.latitude.to_radians().cos();
        let haversine =
            half(self.latitude, other.latitude) + across * half(self.longitude, other.longitude);
        2.0 * RADIUS_KM * haversine.clamp(0.0, 1.0).sqrt().asin()
    }

    /// The same point on a sphere with radius 1. Straight distances between such points
    /// grow with those along the great circle, also across the poles and the date line.
    pub(crate) fn on_the_sphere(self) -> [f64; 3] {
        let (latitude, longitude) = (self.latitude.to_radians(), self.longitude.to_radians());
        [
            latitude.cos() * longitude.cos(),
            latitude.cos() * longitude.sin(),
            latitude.sin(),
        ]
    }

    /// The middle of some points; `None` when there is none, or they lie opposite.
    pub(crate) fn middle(points: &[Self]) -> Option<Self> {
        let [mut x, mut y, mut z] = [0.0, 0.0, 0.0];
        for [px, py, pz] in points.iter().map(|point| point.on_the_sphere()) {
            (x, y, z) = (x + px, y + py, z + pz);
        }
        let flat = x.hypot(y);
        (flat.hypot(z) > 1e-9)
            .then(|| Self::new(z.atan2(flat).to_degrees(), y.atan2(x).to_degrees()))?
    }
}

/// The square of the straight distance on the sphere with radius 1 between points this
/// many kilometres apart; half round the earth is the most.
pub(crate) fn chord_squared(kilometres: f64) -> f64 {
    let half = (kilometres / RADIUS_KM / 2.0).clamp(0.0, std::f64::consts::FRAC_PI_2);
    (2.0 * half.sin()).powi(2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn anywhere() -> impl Strategy<Value = Position> {
        (-90.0..=90.0_f64, -180.0..=180.0_f64).prop_map(|(a, b)| Position::new(a, b).unwrap())
    }

    #[test]
    fn known_distances() {
        let poznan = Position::new(52.41, 16.93).unwrap();
        let gniezno = Position::new(52.53, 17.60).unwrap();
        assert!((poznan.kilometres_to(gniezno) - 47.3).abs() < 0.5);
        let pole = Position::new(90.0, 17.0).unwrap();
        let equator = Position::new(0.0, -100.0).unwrap();
        assert!((pole.kilometres_to(equator) - 10_007.6).abs() < 1.0);
        assert!(Position::new(90.1, 0.0).is_none());
        assert!(Position::new(0.0, f64::NAN).is_none());
    }

    proptest! {
        #[test]
        fn a_distance_is_a_metric_below_half_the_earth(
            a in anywhere(), b in anywhere(), c in anywhere()
        ) {
            let (ab, ba) = (a.kilometres_to(b), b.kilometres_to(a));
            prop_assert!((ab - ba).abs() < 1e-6);
            prop_assert!((0.0..=20_016.0).contains(&ab));
            prop_assert!(a.kilometres_to(a) < 1e-6);
            prop_assert!(a.kilometres_to(c) <= ab + b.kilometres_to(c) + 1e-6);
        }

        #[test]
        fn what_lies_within_a_distance_lies_within_the_chord(a in anywhere(), b in anywhere()) {
            let [ax, ay, az] = a.on_the_sphere();
            let [bx, by, bz] = b.on_the_sphere();
            let straight = (ax - bx).powi(2) + (ay - by).powi(2) + (az - bz).powi(2);
            prop_assert!((straight - chord_squared(a.kilometres_to(b))).abs() < 1e-9);
        }
    }
}
