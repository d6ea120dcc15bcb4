using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bimer.Tests.Given;

/// <summary>Self-signed certificates made on the spot.</summary>
internal static class ACertificate
{
    public static X509Certificate2 ForLoopback() => For(names => names.AddIpAddress(IPAddress.Loopback));

    public static X509Certificate2 ForSomebodyElse() => For(names => names.AddDnsName("baskasi.example"));

    private static X509Certificate2 For(Action<SubjectAlternativeNameBuilder> name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Bimer test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        // With its key in the one form every TLS library takes.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
