using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PlanBot.Tests.Fixtures;

/// <summary>A certificate that a web server of the tests signs for itself.</summary>
internal sealed class LoopbackCertificate : IDisposable
{
    private const string Password = "of the tests";

    private readonly TemporaryFolder folder = new();

    public LoopbackCertificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllBytes(PfxFile, certificate.Export(X509ContentType.Pfx, Password));
    }

    /// <summary>What a host listens with, on a free port.</summary>
    public (string Key, string Value)[] Settings => [("Urls", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", PfxFile), ("Kestrel:Certificates:Default:Password", Password)];

    private string PfxFile => Path.Combine(folder.Path, "loopback.pfx");

    public void Dispose() => folder.Dispose();
}
