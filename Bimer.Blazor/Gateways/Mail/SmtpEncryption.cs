using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>TLS with the certificate checked, always: there is no switch that turns the check off, only one that names other authorities.</summary>
internal static class SmtpEncryption
{
    public static async Task<Stream> StartAsync(Stream plain, SmtpOptions options, CancellationToken ct)
    {
        var encrypted = new SslStream(plain, leaveInnerStreamOpen: false);
        var terms = new SslClientAuthenticationOptions { TargetHost = options.Host };
        if (options.TrustedAuthorities.Length > 0) terms.CertificateChainPolicy = Trusting(options.TrustedAuthorities);

        await encrypted.AuthenticateAsClientAsync(terms, ct);
        return encrypted;
    }

    private static X509ChainPolicy Trusting(string pemFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(pemFile);
        return policy;
    }
}
