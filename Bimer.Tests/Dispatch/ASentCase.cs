using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Dispatch;

/// <summary>A petition in the hands of an officer, to be sent to another institution.</summary>
internal sealed record ASentCase(Office Office, Actor Officer, RoutingId Part) : IAsyncDisposable
{
    public static async Task<ASentCase> BeginAsync(Kind kind, CaseKind caseKind, bool hidden = false, string from = "Ankara Valiliği", ApplicantIdentity? identity = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        var office = await Office.OpenAsync(kind);
        var unit = office.Unit(from);
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var caseFile = await ServerStories.FileAsync(office.Services, unit, caseKind, hidden, identity);
        await office.OpenAsync(officer, caseFile.Routings[0].Id);
        return new ASentCase(office, officer, caseFile.Routings[0].Id);
    }

    public UnitId Ministry => Office.Unit("Sağlık Bakanlığı");

    public string Number => new CaseNumber(Part.CaseId).ToString();

    public async Task SendAsync(UnitId to) => (await Office.ForwardAsync(Officer, Part, null, ReplyStories.Line(to))).Should().Be(Outcome.Accepted);

    /// <summary>What the citizen reads once it can no longer be taken back.</summary>
    public async Task<string> MailOfAsync(params ForwardLine[] to)
    {
        await using var server = SmtpServer.Start();
        (await Office.ForwardAsync(Officer, Part, null, to)).Should().Be(Outcome.Accepted);
        Office.Clock.Pass(TimeSpan.FromHours(2));
        await new ACourier(Office, AMail.Sender(server)).DrainAsync(OutboxKind.ForwardMail);
        return server.Received.Single().Read().PlainText;
    }

    /// <summary>All the citizen reads after somebody at a unit that has it marked the ministry as a recipient it must not reach.</summary>
    public Task<IReadOnlyList<string>> MailsOnceKeptFromMinistryAsync(UnitId by, params ForwardLine[] to) => MailsOnceKeptFromAsync(Ministry, by, to);

    /// <summary>The same of any unit.</summary>
    public async Task<IReadOnlyList<string>> MailsOnceKeptFromAsync(UnitId unit, UnitId by, params ForwardLine[] to)
    {
        await using var server = SmtpServer.Start();
        if (to.Length > 0) (await Office.ForwardAsync(Officer, Part, null, to)).Should().Be(Outcome.Accepted);
        var holder = await Office.HireAsync(3, OfficerRole.CaseOfficer, by);
        var part = (await Office.LegsAsync(Part.CaseId)).Single(leg => leg.To == by).Id;
        (await Office.OpenAsync(holder, part)).Should().Be(Outcome.Accepted);
        var units = Office.Services.GetRequiredService<UnitDirectory>();
        (await Office.WorkOf(holder).ChangeAsync(OfficeStories.NewCommand(), Part.CaseId, (c, acting) =>
            c.Exclude(part, units.LineageOf(unit), [.. c.Routings.Where(leg => leg.IsOpen).Select(leg => units.LineageOf(leg.To))], acting.Actor, acting.Now), CancellationToken.None))
            .IsAccepted.Should().BeTrue();
        Office.Clock.Pass(TimeSpan.FromHours(2));
        await new ACourier(Office, AMail.Sender(server)).DrainAsync(OutboxKind.ForwardMail);
        return [.. server.Received.Select(mail => mail.Read().PlainText)];
    }

    public async Task<LetterDelivery?> ToldAsync() =>
        (await Office.For<CaseQuery>(Officer).ReadAsync(Number, CancellationToken.None))!.Movements.Single(m => m.Kind == MovementKind.Forwarded).Told;

    public async Task<OwnCaseDetail> OwnAsync()
    {
        await using var db = await Office.DbAsync();
        return (await Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == Part.CaseId), CancellationToken.None))!;
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
