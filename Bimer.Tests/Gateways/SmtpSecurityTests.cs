using System.Security.Cryptography.X509Certificates;
using Bimer.Blazor.Gateways.Mail;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Gateways;

public sealed class SmtpSecurityTests : IDisposable
{
    private const string Password = "çok gizli \"parola\"";

    private readonly AFolder _folder = new();
    private readonly X509Certificate2 _certificate = ACertificate.ForLoopback();

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_nobody_vouches_for_gets_no_mail(SmtpSecurity security)
    {
        await using var server = SecureServer(security);

        var delivery = await SendAsync(AMail.Options(server, security));

        delivery.Should().Be(new MailDelivery.NotReached(MailFault.NotSecure));
        server.Commands.Should().NotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_named_authority_is_trusted_and_the_mail_goes_encrypted(SmtpSecurity security)
    {
        await using var server = SecureServer(security);

        (await SendAsync(Trusting(server, security))).Should().Be(new MailDelivery.Accepted(250));

        server.Commands.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)).Should().Be(security == SmtpSecurity.StartTls ? 2 : 1, "what was offered in plain text is forgotten");
        server.Accepted.Should().ContainSingle();
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_host_gets_no_mail()
    {
        using var another = ACertificate.ForSomebodyElse();
        await using var server = SecureServer(SmtpSecurity.StartTls);
        server.Certificate = another;
        var options = Trusting(server, SmtpSecurity.StartTls, another);

        (await SendAsync(options)).Should().Be(new MailDelivery.NotReached(MailFault.NotSecure));
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail_where_encryption_is_demanded()
    {
        await using var server = SmtpServer.Start();

        var delivery = await SendAsync(AMail.Options(server, SmtpSecurity.StartTls));

        delivery.Should().Be(new MailDelivery.NotReached(MailFault.NotSecure));
        server.Commands.Should().NotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_slipped_in_behind_the_answer_to_StartTls_ends_the_conversation()
    {
        await using var server = SecureServer(SmtpSecurity.StartTls);
        server.Mode = SmtpMode.InjectBehindStartTls;

        var delivery = await SendAsync(Trusting(server, SmtpSecurity.StartTls));

        delivery.Should().Be(new MailDelivery.NotReached(MailFault.ProtocolBroken));
    }

    [Theory]
    [InlineData(SmtpMoment.StartTls, 454)]
    [InlineData(SmtpMoment.StartTls, 554)]
    [InlineData(SmtpMoment.SignIn, 535)]
    [InlineData(SmtpMoment.SignIn, 454)]
    public async Task A_refusal_of_encryption_or_password_is_not_about_the_mail(SmtpMoment moment, int code)
    {
        await using var server = SecureServer(SmtpSecurity.StartTls);
        server.Account = ("bimer", Password);
        server.Answers[moment] = code;

        var delivery = await SendAsync(SigningIn(Trusting(server, SmtpSecurity.StartTls)));

        delivery.Should().Be(new MailDelivery.TemporarilyRefused(code));
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN")]
    [InlineData("AUTH LOGIN")]
    [InlineData("AUTH=LOGIN")]
    [InlineData("auth cram-md5 plain")]
    public async Task Signing_in_works_in_the_ways_the_server_offers(string offer)
    {
        await using var server = SecureServer(SmtpSecurity.StartTls);
        (server.Account, server.Offers) = (("bimer", Password), [offer]);

        (await SendAsync(SigningIn(Trusting(server, SmtpSecurity.StartTls)))).Should().Be(new MailDelivery.Accepted(250));
    }

    [Fact]
    public async Task A_server_that_offers_no_usable_sign_in_gets_no_password()
    {
        await using var server = SecureServer(SmtpSecurity.StartTls);
        (server.Account, server.Offers) = (("bimer", Password), ["AUTH CRAM-MD5"]);

        (await SendAsync(SigningIn(Trusting(server, SmtpSecurity.StartTls)))).Should().Be(new MailDelivery.NotReached(MailFault.NoSignIn));

        server.Commands.Should().NotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_this_machine_signing_in_needs_no_encryption()
    {
        await using var server = SmtpServer.Start();
        server.Account = ("bimer", Password);

        (await SendAsync(SigningIn(AMail.Options(server)))).Should().Be(new MailDelivery.Accepted(250));
    }

    [Fact]
    public async Task An_old_server_that_knows_HELO_only_gets_its_mail()
    {
        await using var server = SmtpServer.Start();
        server.KnowsEhlo = false;

        (await SendAsync(AMail.Options(server))).Should().Be(new MailDelivery.Accepted(250));

        server.Commands.Should().Contain(line => line.StartsWith("HELO", StringComparison.Ordinal)).And.NotContain(line => line.Contains("SIZE", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Dispose();
    }

    private static Task<MailDelivery> SendAsync(SmtpOptions options) =>
        AMail.Sender(options).SendAsync(AMail.To("a@posta.example"), _ => Task.CompletedTask, default);

    private SmtpServer SecureServer(SmtpSecurity security)
    {
        var server = SmtpServer.Start();
        (server.Certificate, server.ImplicitTls) = (_certificate, security == SmtpSecurity.Tls);
        return server;
    }

    private SmtpOptions Trusting(SmtpServer server, SmtpSecurity security, X509Certificate2? authority = null)
    {
        var options = AMail.Options(server, security);
        options.TrustedAuthorities = _folder["authority.pem"];
        File.WriteAllText(options.TrustedAuthorities, (authority ?? _certificate).ExportCertificatePem());
        return options;
    }

    private static SmtpOptions SigningIn(SmtpOptions options)
    {
        (options.UserName, options.Password) = ("bimer", Password);
        return options;
    }
}
