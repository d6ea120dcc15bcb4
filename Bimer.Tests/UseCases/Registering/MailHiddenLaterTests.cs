using System.Reflection;
using System.Text;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>An applicant who is hidden on the page of the case hides in every copy of the mail it came by (S33, S12, G12).</summary>
public sealed class MailHiddenLaterTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_copy_on_a_colleagues_desk_loses_its_sender_at_once_and_keeps_the_words(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (recorded, copies) = await RecordedAsync(mailbox);
        var colleague = await ColleagueAsync(mailbox);
        await mailbox.OpenMailAsync(copies[0], colleague.Officer);
        var typed = await SitAsync(colleague);
        (await colleague.TypeAsync(typed.Form with { Phone = "05321234567", NationalId = "10000000146", Kind = nameof(CaseKind.Complaint) })).IsAccepted.Should().BeTrue();
        var rung = 0;
        await using var desk = mailbox.Office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.UnitMails(mailbox.Office.Unit("Ankara Valiliği"))], () => Task.FromResult(rung++));

        (await HideAsync(mailbox, recorded)).Should().Be(Outcome.Accepted);

        await Eventually.TrueAsync(() => rung > 0, "the desk is told");
        (await mailbox.BesideAsync(colleague.Officer)).Should().BeEquivalentTo(new { Id = copies[0], FromName = "", FromAddress = "", IsSenderHidden = true });
        var now = (await colleague.SitDownAsync()).Value!;
        now.Form.Should().BeEquivalentTo(new { GivenName = "", Surname = "", Email = "", Phone = "", NationalId = "", Kind = nameof(CaseKind.Complaint), typed.Form.Text });
        now.Files.Single().Name.Should().Be("Ek-1.pdf");
        (await colleague.TypeAsync(typed.Form)).Refusal.Should().BeOfType<Refusal.DraftChanged>("a window that was not drawn anew brings nothing back");
        (await mailbox.QueueAsync()).Should().HaveCount(2).And.OnlyContain(line => line.From.Length == 0 && line.IsSenderHidden);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_taken_back_at_once_is_told_again_and_later_it_stands_nowhere(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (recorded, copies) = await RecordedAsync(mailbox);
        await mailbox.SetAsideAsync(copies[1]);

        await HideAsync(mailbox, recorded);
        (await mailbox.QueueAsync(state: MailState.SetAside)).Should().ContainSingle().Which.From.Should().BeEmpty();
        mailbox.Office.Clock.Pass(CaseFile.HidingMayBeUndoneFor);
        (await SweepAsync(mailbox)).Should().Be(0, "its last instant counts");
        (await mailbox.Office.Handler<UndoHidingHandler>(mailbox.Desk.Officer).HandleAsync(new UndoHiding(OfficeStories.NewCommand(), recorded.CaseId), CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await mailbox.QueueAsync()).Concat(await mailbox.QueueAsync(state: MailState.SetAside)).Should().HaveCount(2).And.OnlyContain(line => line.From == "Müjde Kanarya");

        await HideAsync(mailbox, recorded);
        mailbox.Office.Clock.Pass(CaseFile.HidingMayBeUndoneFor + TimeSpan.FromTicks(1));
        (await SweepAsync(mailbox)).Should().Be(2);

        (await WhatIsKeptAsync(mailbox)).Should().ContainSingle("what was set aside is emptied").Which.Should().Contain("lamba").And.NotContain("Kanarya").And.NotContain("mujde");
        (await mailbox.TakeBackAsync(copies[1])).Refusal.Should().Be(new Refusal.NotFound());
        await using var db = await mailbox.Office.DbAsync();
        (await db.DraftFiles.AnyAsync(f => f.Intake == copies[1])).Should().BeFalse();
        (await SweepAsync(mailbox)).Should().Be(0, "there is nothing left to forget");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_words_of_a_copy_go_when_it_waits_for_nobody_any_more(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (recorded, copies) = await RecordedAsync(mailbox);
        await HideAsync(mailbox, recorded);
        mailbox.Office.Clock.Pass(TimeSpan.FromHours(1));
        await SweepAsync(mailbox);
        (await mailbox.SplitAsync(copies[0])).Should().Be(Outcome.Accepted);
        (await mailbox.QueueAsync()).Should().HaveCount(3).And.OnlyContain(line => line.IsSenderHidden, "a copy of a copy tells no more than that");

        foreach (var line in await mailbox.QueueAsync()) await mailbox.SetAsideAsync(line.Id);
        await SweepAsync(mailbox);

        (await WhatIsKeptAsync(mailbox)).Should().BeEmpty();
        (await mailbox.QueueAsync(state: MailState.SetAside)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_that_joined_the_case_is_reached_too_and_a_copy_that_became_a_case_before(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var caseFile = await ServerStories.FileAsync(mailbox.Office.Services, mailbox.Office.Unit("Ankara Valiliği"), CaseKind.TipOff, hidden: false);
        await mailbox.Office.OpenAsync(mailbox.Desk.Officer, caseFile.Routings[0].Id);
        var (id, copies) = await SplitTwiceAsync(mailbox, AMimeMail.Whole);
        await mailbox.OpenMailAsync(id);
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed((await mailbox.SitAsync()).Form))).Should().BeOfType<RegisterAnswer.Recorded>("the first of it is a case of its own");
        (await mailbox.JoinAsync(copies[0], caseFile)).Should().Be(Outcome.Accepted);

        (await HideAsync(mailbox, caseFile.Routings[0].Id)).Should().Be(Outcome.Accepted);

        (await mailbox.QueueAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = copies[1], From = "", IsSenderHidden = true });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task While_a_copy_waits_that_nobody_could_read_nothing_is_hidden_and_of_one_set_aside_nobody_gets_the_bytes(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (id, copies) = await SplitTwiceAsync(mailbox, new byte[10_000]);
        await mailbox.OpenMailAsync(id);
        var form = MailIntakeTests.Completed((await mailbox.SitAsync()).Form) with { Kind = nameof(CaseKind.TipOff), Text = ACase.Words };
        var recorded = RoutingId.Of(((RegisterAnswer.Recorded)await mailbox.Desk.RecordAsync(form)).Number.CaseId, 1);
        await mailbox.SetAsideAsync(copies[0]);

        (await HideAsync(mailbox, recorded)).Refusal.Should().Be(new Refusal.MailCopyTellsOfSender());
        await using (var db = await mailbox.Office.DbAsync()) (await db.Cases.SingleAsync()).Concealment.Should().Be(IdentityConcealment.None);
        (await mailbox.OriginalAsync(copies[0])).IsAccepted.Should().BeTrue("nothing happened");
        await mailbox.SetAsideAsync(copies[1]);
        (await HideAsync(mailbox, recorded)).Should().Be(Outcome.Accepted);

        (await mailbox.OriginalAsync(copies[0])).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.TakeBackAsync(copies[0])).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.QueueAsync(state: MailState.SetAside)).Should().OnlyContain(line => !line.HasOriginal);
        mailbox.Office.Clock.Pass(TimeSpan.FromHours(1));
        (await SweepAsync(mailbox)).Should().Be(2);
        await using var after = await mailbox.Office.DbAsync();
        (await after.DraftFiles.CountAsync()).Should().Be(0);
    }

    [Fact]
    public void Every_field_that_says_who_applies_is_forgotten_by_the_form()
    {
        string[] others = ["Applicant", "Kind", "HideIdentity", "Text", "Html", "Priority", "ReceivedOn", "Unit", "SendNote", "Items"];   // what is asked for is text, as the petition is
        typeof(DeskForm).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.PropertyType == typeof(string) && p.CanWrite).Select(p => p.Name)
            .Except(others, StringComparer.Ordinal).Should().BeEquivalentTo(OpenForms.OfApplicant);
    }

    private static Task<Outcome> HideAsync(AMailbox mailbox, RoutingId part) =>
        mailbox.Office.Handler<HideIdentityHandler>(mailbox.Desk.Officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), part), CancellationToken.None);

    private static Task<int> SweepAsync(AMailbox mailbox) => ActivatorUtilities.CreateInstance<WithheldMails>(mailbox.Office.Services).RunAsync(CancellationToken.None);

    private static async Task<ADesk> ColleagueAsync(AMailbox mailbox) =>
        new(mailbox.Office, await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("Ankara Valiliği")), IntakeChannel.Email);

    private static async Task<DeskView> SitAsync(ADesk desk)
    {
        var view = (await desk.SitDownAsync()).Value!;
        (desk.Intake, desk.Version) = (view.Intake, view.Version);
        return view;
    }

    /// <summary>What the seals of all mails hold, whatever their rows say of it.</summary>
    private static async Task<List<string>> WhatIsKeptAsync(AMailbox mailbox)
    {
        var sealer = mailbox.Office.Services.GetRequiredService<Sealer>();
        await using var db = await mailbox.Office.DbAsync();
        return [.. (await db.ReceivedMails.AsNoTracking().Where(m => m.SealedContent != null).ToListAsync()).Select(m => Encoding.UTF8.GetString(sealer.Open(SealPurpose.ReceivedMail, m.SealedContent, m.Id.ToByteArray())))];
    }

    private static async Task<(RoutingId Part, IReadOnlyList<Guid> Copies)> RecordedAsync(AMailbox mailbox)
    {
        var (id, copies) = await SplitTwiceAsync(mailbox, AMimeMail.Whole);
        await mailbox.OpenMailAsync(id);
        var recorded = await mailbox.Desk.RecordAsync(MailIntakeTests.Completed((await mailbox.SitAsync()).Form));
        return (RoutingId.Of(((RegisterAnswer.Recorded)recorded).Number.CaseId, 1), copies);
    }

    private static async Task<(Guid Mail, IReadOnlyList<Guid> Copies)> SplitTwiceAsync(AMailbox mailbox, byte[] mail)
    {
        mailbox.Deliver(mail);
        (await mailbox.RoundAsync()).Should().Be(1);
        var id = (await mailbox.QueueAsync()).Single().Id;
        foreach (var _ in (int[])[2, 3]) (await mailbox.SplitAsync(id)).Should().Be(Outcome.Accepted);
        return (id, [.. (await mailbox.QueueAsync()).Where(line => line.Part is not null).OrderBy(line => line.Part).Select(line => line.Id)]);
    }
}
