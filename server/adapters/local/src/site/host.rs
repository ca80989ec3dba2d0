//! The name under which a visitor asks for a site.

use domain::name::is_domain;

/// The site that a `Host` header names: in lower case, without port and final dot. None when no site can have the name,
/// so that what is returned is also safe as a file name.
pub(crate) fn site_host(header: &str) -> Option<String> {
    let host = match header.rsplit_once(':') {
        Some((host, port)) => port.bytes().all(|byte| byte.is_ascii_digit()).then_some(host)?,
        None => header,
    };
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    is_domain(&host).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn port_case_and_final_dot_do_not_matter() {
        for header in
            ["town.localhost", "town.localhost:8090", "TOWN.Localhost", "town.localhost.", "town.localhost.:80"]
        {
            assert_eq!(site_host(header).as_deref(), Some("town.localhost"), "{header}");
        }
    }

    #[test]
    fn what_no_site_can_be_called_is_none() {
        let long = "a.".repeat(200) + "org";
        for header in
            ["", ".", "..", "../sites", "a/b.org", "[::1]:80", "a@b.org", "a.org:x", ".town.localhost", "a..org", &long]
        {
            assert_eq!(site_host(header), None, "{header}");
        }
    }
}
