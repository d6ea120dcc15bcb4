using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Journeys;

/// <summary>A case with everything: a long text, three files, a dozen movements, five earlier ones of the same person, and a unit kept from it.</summary>
internal sealed class AFullCase(AnActingOffice office)
{
    public const int Earlier = 5;
    public const string Kept = "İzmir İl Sağlık Müdürlüğü";

    private const string Paragraph =
        "Mahallemizdeki sağlık ocağına üç haftadır randevu alamıyorum; telefonla aradığımda sistemin kapalı olduğu söyleniyor, gittiğimde ise sıra verilmiyor. " +
        "Yaşlı annemin raporunun süresi doldu ve ilaçlarını alamıyoruz. Görevli memur durumu müdüre bildireceğini söyledi, ancak bir sonuç çıkmadı.\n\n";

    private static readonly string[] _files = ["Annemin raporu (2026).pdf", "Randevu ekranının görüntüsü.pdf", "Sağlık ocağına verilen dilekçe.pdf"];

    /// <summary>Lies with the writer of the office, sent by a unit that keeps another from it.</summary>
    public async Task<string> StandAsync(bool hidden = false)
    {
        for (var i = 0; i < Earlier && !hidden; i++) await FindableAsync(await office.Server.FileAsync(office.Unit, (CaseKind)(1 + (i % 3))));
        var health = office.Server.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.Server.HireAsync(hidden ? 8 : 7, OfficerRole.CaseOfficer, health);
        var text = string.Concat(Enumerable.Repeat(Paragraph, 6)) + "Gereğini saygılarımla arz ederim.";
        var filed = await office.Server.FileAsync(health, hidden: hidden, text: text);
        for (var i = 0; i < _files.Length; i++) await AttachAsync(filed.Id, i + 1, _files[i]);
        if (!hidden) await FindableAsync(filed);
        var part = filed.Routings[0].Id;
        await TakeAsync(part, zeynep);
        for (var i = 0; i < 3; i++) await HoldAndResumeAsync(part, zeynep, i);
        var line = new ForwardLine(office.Unit, RoutingPurpose.Action, Priority.Urgent, "İlgili birimlerin bilgilendirilmesi ve sonucunun başvurana bildirilmesi rica olunur.");
        var forward = new ForwardCase(OfficeStories.NewCommand(), part, [line]) { Excluded = [office.Server.Unit(Kept)] };
        Accepted(await ActivatorUtilities.CreateInstance<ForwardCaseHandler>(office.Server.Services, WorkOf(zeynep)).HandleAsync(forward, CancellationToken.None));
        await TakeAsync(RoutingId.Of(filed.Id, 2), office.Writer);
        await HoldAndResumeAsync(RoutingId.Of(filed.Id, 2), office.Writer, 3);
        return filed.NumberOf();
    }

    /// <summary>As an open identity is kept: found again by its person.</summary>
    private async Task FindableAsync(CaseFile filed)
    {
        var vault = office.Server.Services.GetRequiredService<IdentityVault>();
        await using var db = await office.Server.DbAsync();
        db.AddRange(vault.LookupsOf(filed.Id, vault.Open(await db.SealedIdentities.SingleAsync(s => s.Ref == filed.Applicant))));
        await db.SaveChangesAsync();
    }

    private async Task TakeAsync(RoutingId part, StaffMember by) =>
        Accepted(await new TakeCustodyHandler(WorkOf(by)).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), part), CancellationToken.None));

    private async Task HoldAndResumeAsync(RoutingId part, StaffMember by, int time)
    {
        var until = IstanbulTime.LegalDay(TimeProvider.System.GetUtcNow()).AddDays(5 + time);
        var terms = new HoldTerms("Randevu sisteminin kayıtları inceleniyor.", "Kayıtlar bilgi işlemden istendi.", until, RemindOn: null);
        Accepted(await new PutOnHoldHandler(WorkOf(by)).HandleAsync(new PutOnHold(OfficeStories.NewCommand(), part, terms), CancellationToken.None));
        Accepted(await new ResumeCaseHandler(WorkOf(by)).HandleAsync(new ResumeCase(OfficeStories.NewCommand(), part), CancellationToken.None));
    }

    private async Task AttachAsync(CaseId id, int ordinal, string name)
    {
        using var content = new MemoryStream(Documents.Pdf);
        var stored = (await office.Server.Services.GetRequiredService<FileVault>().StoreAsync(content, 1 << 20, CancellationToken.None)).Value!;
        await using var db = await office.Server.DbAsync();
        db.Add(new Attachment(new AttachmentId(stored.Id.Value), id, null, ordinal, new AttachmentFacts(name, "application/pdf", content.Length, new byte[32])));
        await db.SaveChangesAsync();
    }

    private CaseWork WorkOf(StaffMember by) => ActivatorUtilities.CreateInstance<CaseWork>(office.Server.Services, new Office.Acts(by.Actor));

    private static void Accepted(Outcome outcome) => outcome.Should().Be(Outcome.Accepted);
}
