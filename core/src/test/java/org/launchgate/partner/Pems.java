package org.launchgate.partner;

import java.time.Instant;

/**
 * PEM texts that the JDK cannot make at test time, made once by {@code keytool} and {@code openssl}
 * for a subject that does not exist; nobody has their private keys.
 */
final class Pems {
  /** When both certificates begin. */
  static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  /** When both certificates end. */
  static final Instant NOT_AFTER = Instant.parse("2125-12-08T00:00:00Z");

  /** A certificate of {@link #RSA_PUBLIC_KEY}. */
  static final String RSA_CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIDAjCCAeqgAwIBAgIJAJ1mxG7CcWdVMA0GCSqGSIb3DQEBCwUAMC4xGTAXBgNV
      BAoTEExhdW5jaGdhdGUgdGVzdHMxETAPBgNVBAMTCERlbW8gWElTMCAXDTI2MDEw
      MTAwMDAwMFoYDzIxMjUxMjA4MDAwMDAwWjAuMRkwFwYDVQQKExBMYXVuY2hnYXRl
      IHRlc3RzMREwDwYDVQQDEwhEZW1vIFhJUzCCASIwDQYJKoZIhvcNAQEBBQADggEP
      ADCCAQoCggEBAJQt/q8UuqqagRW3QymhVDSt5FSlfisRO36Ru2JkgqwZZNc/lNIV
      M3+UfziP/rWy4tAwSYUrSQgq9YgIiDiMUVyid14ipSoV/cidzuJuSBeWh3leJbnV
      ISfXPvcYkVQz/aeqOEk3zfPRX0qNhvSFjwsXowihrWncTNn7kLR6zGr25wgLjPKv
      2K2RNpaYUh4gOaY5xoRyV7B6tdYIzPdnhLuZEM/dHoKdkUSWpRV3/+S5GIDMbkps
      9pvc7e2sowtmpOd86E/PytUX0JlXCuliNZDkTRypMpn7BW0qLr2qUeRgnwgXDWeu
      cIdbdsMi+cJ+1jeFF+l6vLzJYnVO8K9vyFsCAwEAAaMhMB8wHQYDVR0OBBYEFD9x
      GiD0P+HIQLqoxVS7+TYZ0H2hMA0GCSqGSIb3DQEBCwUAA4IBAQAdV7HyknVM+fG8
      3r701uphf/74wCSVMIHtGv+nHnlCA0WwuaRzMGbeYP8HW4BDIB46KvGKWCnVfkjm
      8CZT6xW+36bFsZ6cC1xxl/aNkbRLC92Xt/fj+RBCQlvsisR/Ybd/KWtxd27vhQ5K
      bkm+xAALuT93ksVcLUj50CuR+5GpKjWTg+x81TK9Jjd76zOcmmgpn+8z49PTx6F5
      GX7noLAu8CT2ZDO84EFDkP+Vu3i0c+4YZY9v3/kmBTwH3DgtpyouJ5n1XagcgDyY
      LSxLm18m320uDbmJTbbx75Bjo6IQ8BUJe6kMLZtYXdfKtPE/l3v6R9Xbx0wwwhuC
      iycu/BS4
      -----END CERTIFICATE-----
      """;

  /** An RSA key of 2048 bits. */
  static final String RSA_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlC3+rxS6qpqBFbdDKaFU
      NK3kVKV+KxE7fpG7YmSCrBlk1z+U0hUzf5R/OI/+tbLi0DBJhStJCCr1iAiIOIxR
      XKJ3XiKlKhX9yJ3O4m5IF5aHeV4ludUhJ9c+9xiRVDP9p6o4STfN89FfSo2G9IWP
      CxejCKGtadxM2fuQtHrMavbnCAuM8q/YrZE2lphSHiA5pjnGhHJXsHq11gjM92eE
      u5kQz90egp2RRJalFXf/5LkYgMxuSmz2m9zt7ayjC2ak53zoT8/K1RfQmVcK6WI1
      kORNHKkymfsFbSouvapR5GCfCBcNZ65wh1t2wyL5wn7WN4UX6Xq8vMlidU7wr2/I
      WwIDAQAB
      -----END PUBLIC KEY-----
      """;

  /** A certificate of {@link #EC_PUBLIC_KEY}. */
  static final String EC_CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBdzCCARygAwIBAgIJAIK6O82zZt9eMAoGCCqGSM49BAMCMC4xGTAXBgNVBAoT
      EExhdW5jaGdhdGUgdGVzdHMxETAPBgNVBAMTCERlbW8gWElTMCAXDTI2MDEwMTAw
      MDAwMFoYDzIxMjUxMjA4MDAwMDAwWjAuMRkwFwYDVQQKExBMYXVuY2hnYXRlIHRl
      c3RzMREwDwYDVQQDEwhEZW1vIFhJUzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
      BIID9QYhAM6nmkm3dX+oQO9551SMZbHBQmnemyR6eAOJw2UrEgggJvsA9u6U5aOB
      ANTk/HPX6y5NCWFWI5sBKV6jITAfMB0GA1UdDgQWBBQ21v6oGHhdBtPSa0KIEv9R
      qewKCzAKBggqhkjOPQQDAgNJADBGAiEAkJzre2WlDKODrKsMEg2f14ZIZULjDNM5
      WIs6nQJIjYUCIQCp15woiOwnb1l59xo+w8m4pn2DS4H58br4CCtW7oel1w==
      -----END CERTIFICATE-----
      """;

  /** A key on P-256. */
  static final String EC_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEggP1BiEAzqeaSbd1f6hA73nnVIxl
      scFCad6bJHp4A4nDZSsSCCAm+wD27pTlo4EA1OT8c9frLk0JYVYjmwEpXg==
      -----END PUBLIC KEY-----
      """;

  /** A key on a curve that no algorithm here uses. */
  static final String SECP256K1_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAE7uraB2/H4V7aHwbk8jF7DiI6WOJCwQiE
      DR3H7QZ+9YOtxtLSwfHEsom0ykbbuKT8eSTYV5llzGw3wCQBsr6Vpg==
      -----END PUBLIC KEY-----
      """;

  /** A certificate of such a key. */
  static final String SECP256K1_CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBeDCCASCgAwIBAgIUN6YGlr7NRIz1Fo6JF7jg83ZonIAwCgYIKoZIzj0EAwIw
      EzERMA8GA1UEAwwIRGVtbyBYSVMwIBcNMjYxMTIyMDU1ODUwWhgPMjEyNjEwMjkw
      NTU4NTBaMBMxETAPBgNVBAMMCERlbW8gWElTMFYwEAYHKoZIzj0CAQYFK4EEAAoD
      QgAEd5wZHuvIA6ZBk8vZnOWJrZ26ZZV58brRvZOMP/JchfDmJWM+a8MU1D6EV2Fd
      BT8eVhEBZfydP/Qb3Ihyv8ExcqNTMFEwHQYDVR0OBBYEFICVfufkaEywzpmFtkno
      sUrV34fsMB8GA1UdIwQYMBaAFICVfufkaEywzpmFtknosUrV34fsMA8GA1UdEwEB
      /wQFMAMBAf8wCgYIKoZIzj0EAwIDRgAwQwIgWNqQyHNG8HIz/EwA0lMx4rVuxn/K
      tYSvMeubMo3TvV4CHxCUnnD/b00fBXjcHiEtKd1a/wvNIPgOlR3UMDt6c5M=
      -----END CERTIFICATE-----
      """;

  /** A key on a curve that is too small. */
  static final String P192_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MEkwEwYHKoZIzj0CAQYIKoZIzj0DAQEDMgAERQR0858vQx+w4ffY1xY5tcPvIihE
      6830psKzzy+O6IwdusyFiZPxSCe3d7tj11mi
      -----END PUBLIC KEY-----
      """;

  /** A key on a curve for which no algorithm is defined. */
  static final String P224_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      ME4wEAYHKoZIzj0CAQYFK4EEACEDOgAEdLM9g4+XerR15fcpHIciKm+HpYhcbsLO
      Ck/o3GdFTEVVAhcS9xRtFMOXG56CSOwETFJm/J06B/Q=
      -----END PUBLIC KEY-----
      """;

  /** A key of an algorithm that is not offered. */
  static final String ED25519_PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAAJGjtYHKISez7YvikCO5cuquAk/6j+iG6OUV4nee5fs=
      -----END PUBLIC KEY-----
      """;

  private Pems() {}

  /** A text as it stands inside a JSON text. */
  static String inline(String pem) {
    return pem.replace("\n", "\\n");
  }
}
