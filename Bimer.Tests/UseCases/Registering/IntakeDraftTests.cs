using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Registering.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>What is typed at a desk is there again, at that desk alone, and never comes into another case (U13).</summary>
public sealed class IntakeDraftTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_left_is_there_again_for_its_person_at_its_desk_and_nowhere_else(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var colleague = await office.HireAsync(2, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        await desk.TypeAsync(new DeskForm { Text = "Yarım kalan", GivenName = "Müjde" });

        var again = (await desk.SitDownAsync()).Value!;

        again.Should().BeEquivalentTo(new { desk.Intake, desk.Version, SavedAt = (DateTimeOffset?)office.Clock.GetUtcNow(), Form = new { Text = "Yarım kalan", GivenName = "Müjde" } });
        (await new ADesk(office, desk.Officer, IntakeChannel.Fax).SitDownAsync()).Value!.SavedAt.Should().BeNull();
        (await new ADesk(office, colleague, IntakeChannel.Letter).SitDownAsync()).Value!.SavedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_note_beside_no_unit_is_kept_and_asked_about_and_goes_to_nobody_unseen()
    {
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;
        var form = ADesk.SilentLetter with { SendNote = "İvedilikle bakınız", Recipients = [new(office.Unit("Ankara İl Sağlık Müdürlüğü").Value, false)] };

        var asked = await desk.RecordAsync(form, forward: true);

        asked.Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().ContainSingle().Which.Should().Be(DeskFault.Missing("unit", "SendNoteForWhom"));
        (await desk.SitDownAsync()).Value!.Form.SendNote.Should().Be("İvedilikle bakınız");
        (await desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Recorded>("Kaydet alone looks at none of this");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_knows_the_id_of_anothers_draft_reads_writes_and_records_nothing_by_it(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.TypeAsync(ADesk.SilentLetter with { GivenName = "Müjde" });
        var file = (await desk.AttachAsync("mektup.pdf", Documents.Pdf)).Value!;
        var colleague = await office.HireAsync(2, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var other = new ADesk(office, colleague, IntakeChannel.Letter) { Intake = desk.Intake, Version = desk.Version };

        (await other.TypeAsync(new DeskForm { Text = "Başkasının" })).IsAccepted.Should().BeFalse();
        other.Version = 0;
        (await other.TypeAsync(new DeskForm { Text = "Başkasının" })).IsAccepted.Should().BeFalse();
        (await other.AttachAsync("baska.pdf", Documents.Pdf)).Refusal.Should().Be(new Refusal.NotFound());
        await other.RemoveAsync(file.Id);
        other.Version = desk.Version;
        (await other.SaveAsync()).Should().BeOfType<RegisterAnswer.Refused>();

        (await desk.SitDownAsync()).Value!.Should().BeEquivalentTo(new { desk.Version, Form = new { GivenName = "Müjde", Text = ACase.Words } }).And.Match<DeskView>(view => view.Files.Single() == file);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_window_is_told_instead_of_covering_the_first(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var other = new ADesk(office, desk.Officer, IntakeChannel.Letter);
        await desk.TypeAsync(new DeskForm { Text = "Birinci pencere" });

        (await other.TypeAsync(new DeskForm { Text = "İkinci pencere" })).Refusal.Should().Be(new Refusal.DraftChanged(office.Clock.GetUtcNow()));
        other.Intake = desk.Intake;
        (await other.TypeAsync(new DeskForm { Text = "İkinci pencere" })).Refusal.Should().Be(new Refusal.DraftChanged(office.Clock.GetUtcNow()));

        (await desk.SitDownAsync()).Value!.Form.Text.Should().Be("Birinci pencere");
        (await other.SaveAsync()).Should().BeOfType<RegisterAnswer.Refused>().Which.Why.Should().BeOfType<Refusal.DraftChanged>("the other window shows something else");
        (await other.Handler<DeskQuery>().NowAsync(IntakeChannel.Letter, CancellationToken.None)).Should()
            .BeEquivalentTo(new { desk.Intake, desk.Version, Form = new { Html = "<p>Birinci pencere</p>" } }, "both texts are laid side by side");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_draft_that_was_not_chosen_is_kept_clean_beside_the_other_until_the_petition_is_recorded(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var hostile = new DeskForm { GivenName = "Müjde", Html = "<p>İkinci<script>alert(1)</script></p>", Aside = new DeskForm { Html = "<p>Eski</p>" } };
        await desk.TypeAsync(ADesk.SilentLetter with { Aside = hostile });

        (await desk.SitDownAsync()).Value!.Form.Aside.Should().BeEquivalentTo(new DeskForm { GivenName = "Müjde", Html = "<p>İkinci</p>" });
        (await desk.SaveAsync()).Should().BeOfType<RegisterAnswer.Recorded>();

        (await desk.SitDownAsync()).Value!.Should().BeEquivalentTo(new { SavedAt = (DateTimeOffset?)null, Form = new DeskForm() });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_save_that_comes_after_the_recording_brings_nothing_back(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.RecordAsync(ADesk.SilentLetter);
        desk.Version = 0;

        (await desk.TypeAsync(ADesk.SilentLetter)).Refusal.Should().Be(new Refusal.DraftChanged(SavedAt: null));

        await using var db = await office.DbAsync();
        (await db.DeskIntakes.AnyAsync()).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Files_join_the_draft_leave_it_and_become_the_cases(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        (await desk.AttachAsync("erken.pdf", Documents.Pdf)).Refusal.Should().Be(new Refusal.NotFound(), "there is nothing it could join yet");
        await desk.TypeAsync(ADesk.SilentLetter);
        var kept = (await desk.AttachAsync("mektup.pdf", Documents.Pdf)).Value!;
        var dropped = (await desk.AttachAsync("eski.pdf", Documents.Pdf)).Value!;
        (await desk.RemoveAsync(dropped.Id)).Should().Be(Outcome.Accepted);
        (await desk.SitDownAsync()).Value!.Files.Should().Equal(kept);

        (await desk.SaveAsync()).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        (await db.Attachments.SingleAsync()).Should().BeEquivalentTo(new { kept.Id, Name = "mektup.pdf", Ordinal = 1, Reply = (RoutingId?)null });
        (await db.DraftFiles.AnyAsync()).Should().BeFalse();
        office.StoredFiles().Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_twelve_files_sent_at_once_an_intake_takes_ten(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.TypeAsync(ADesk.SilentLetter);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => desk.AttachAsync($"ek{i}.pdf", Documents.Pdf)));

        outcomes.Count(o => o.IsAccepted).Should().Be(10);
        office.StoredFiles().Should().HaveCount(10);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_dropped_or_grew_old_goes_with_its_files(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.TypeAsync(ADesk.SilentLetter);
        await desk.AttachAsync("mektup.pdf", Documents.Pdf);
        (await desk.Handler<DropIntakeHandler>().HandleAsync(new DropIntake(desk.Key), CancellationToken.None)).Should().Be(Outcome.Accepted);
        office.StoredFiles().Should().BeEmpty();
        desk.Anew();
        await desk.TypeAsync(ADesk.SilentLetter);
        await desk.AttachAsync("mektup.pdf", Documents.Pdf);
        var sweep = ActivatorUtilities.CreateInstance<DraftSweep>(office.Services);

        office.Clock.Pass(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        (await sweep.RunAsync(CancellationToken.None)).Should().Be(new DraftsSwept(0, 0, 0), "the last minute still counts");
        office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await sweep.RunAsync(CancellationToken.None)).Should().Be(new DraftsSwept(0, 0, Files: 1, Intakes: 1));
        office.StoredFiles().Should().BeEmpty();
    }
}
