using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bimer.Tests.Operations;

/// <summary>Over a whole petition, from the last button to the revealed name, the log holds nothing of the citizen (G4, L16).</summary>
public sealed class SilentLogTests
{
    [Fact]
    public async Task The_log_of_a_whole_petition_holds_no_name_no_number_no_phone_and_no_word_of_it()
    {
        using var log = new EveryLine();
        await using var server = await BimerServer.StartAsync(
            settings: new Dictionary<string, string?>([FinalForms.WithoutProof!], StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Bimer"] = "Trace" },
            configure: services => services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        using var citizens = new FinalForms(server.Url);
        var number = await citizens.SendAsync((await citizens.PrepareAsync(1))[0]);

        var (identity, text) = await WorkedOnAsync(server, number);

        log.Lines.Should().NotBeEmpty();
        string[] secrets = [identity.FullName, identity.Surname, identity.NationalId, identity.Mobile, identity.Mobile[3..], text[..40], Staff.NumberOf(1), Staff.Password];
        log.Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
    }

    // An officer signs in over HTTP, takes the case and looks behind the stars; somebody mistypes a password and asks for a page that fails.
    private static async Task<(ApplicantIdentity Identity, string Text)> WorkedOnAsync(BimerServer server, string number)
    {
        var caseId = CaseNumber.Parse(number).Value.CaseId;
        await using var db = await server.DbAsync();
        var routing = await db.Routings.SingleAsync(r => r.CaseId == caseId);
        var officer = await server.HireAsync(1, OfficerRole.CaseOfficer, routing.To);
        using var browser = server.NewPlainBrowser();
        await browser.SignInAsync(officer with { Password = "yanlış parola 2026" });
        await browser.SignInAsync(officer);
        var acts = new Office.Acts(officer.Actor);
        var work = ActivatorUtilities.CreateInstance<CaseWork>(server.Services, acts);
        (await new TakeCustodyHandler(work).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), routing.Id), CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await browser.GetAsync("/evrak/" + number)).Status.Should().Be(200);

        var reveal = ActivatorUtilities.CreateInstance<RevealIdentityHandler>(server.Services, acts);
        (await reveal.HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), caseId), CancellationToken.None)).IsAccepted.Should().BeTrue();
        var record = await db.SealedIdentities.SingleAsync();
        return (server.Services.GetRequiredService<IdentityVault>().Open(record), (await db.Petitions.SingleAsync()).Text);
    }
}
