using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Templates of several people at one home: nobody takes another's word or text unseen, nobody waits unnoticed, nothing grows without end (decision 0104).</summary>
public sealed class TemplateKeepingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_ask_for_one_short_name_in_one_moment_one_gets_it_and_the_other_is_told_whose_it_is(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, home) = (answers.Office, new TemplateHome(TemplateScope.Unit, answers.Unit));
        var other = await office.HireAsync(61, OfficerRole.CaseOfficer, answers.Unit);
        var both = await Task.WhenAll(
            Task.Run(() => office.WriteAsync(answers.Writer, home, name: "Su", shortcut: "su-i")), Task.Run(() => office.WriteAsync(other, home, name: "Suyla", shortcut: "SU-İ")));

        var id = both.Should().ContainSingle(outcome => outcome.IsAccepted).Subject.Value;
        both.Single(outcome => !outcome.IsAccepted).Refusal.Should().BeOfType<Refusal.TemplateShortcutTaken>().Which.By.Should().BeOneOf("Su", "Suyla");
        await using (var db = await office.DbAsync())
        {
            var key = await db.ReplyTemplates.Where(t => t.Id == id).Select(t => t.ShortcutKey).SingleAsync();
            var reach = new TemplateReach(other.UserId, new HashSet<TemplateHome> { home }, _ => false);
            db.Add(ReplyTemplate.Write(new ReplyTemplateId(Guid.NewGuid()), home, new TemplateText("Üçüncü", "su-I", "<p>Metin</p>", "Metin"), reach, office.Clock.GetUtcNow()).Value!);
            (await db.Invoking(d => d.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>($"{key} stands once")).Which.IsDuplicateKey().Should().BeTrue();
        }

        await office.RetireTemplateAsync(answers.Writer, id);
        await office.RetireTemplateAsync(other, id);
        (await office.WriteAsync(both[0].IsAccepted ? other : answers.Writer, home, name: "Yine", shortcut: "su-i")).IsAccepted.Should().BeTrue("a retired one keeps no word");
        (await office.WriteAsync(other, TemplateHome.Own, shortcut: "su-i")).IsAccepted.Should().BeTrue("one's own are a home of their own");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_short_name_that_came_into_use_meanwhile_is_not_approved_a_second_time(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, home) = (answers.Office, new TemplateHome(TemplateScope.Unit, answers.Unit));
        var first = await UsedAsync(answers, home, "Birinci", "bir");
        var second = await UsedAsync(answers, home, "İkinci", "iki");

        foreach (var id in (ReplyTemplateId[])[first, second]) (await office.WriteAsync(answers.Writer, default, name: "Yeni ad", shortcut: "yeni", anew: id)).IsAccepted.Should().BeTrue();
        (await office.DecideTemplateAsync(answers.Approver, first, TemplateStories.Text)).IsAccepted.Should().BeTrue();
        (await office.DecideTemplateAsync(answers.Approver, second, TemplateStories.Text)).Refusal.Should().Be(new Refusal.TemplateShortcutTaken("yeni", "Yeni ad"));
        (await office.OfferedAsync(answers.Writer, answers.Unit)).Select(c => c.Shortcut).Should().BeEquivalentTo("yeni", "iki");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_colleague_put_forward_meanwhile_is_told_with_both_texts_and_replaced_by_whoever_read_it(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, home) = (answers.Office, new TemplateHome(TemplateScope.Unit, answers.Unit));
        var other = await office.HireAsync(62, OfficerRole.CaseOfficer, answers.Unit);
        var id = await UsedAsync(answers, home, "Aydınlatma", "ayd");
        var drafts = office.TemplateDrafts(answers.Writer);
        var mine = (await drafts.SaveAsync(id, 0, "<p>Benim metnim</p>", new TemplateFields("Aydınlatma", "ayd", home.Scope, home.Unit!.Value.Value, 1), default)).Value!;
        (await office.WriteAsync(other, default, "<p>Onun metni</p>", name: "Aydınlatma", shortcut: "ayd", anew: id)).IsAccepted.Should().BeTrue();

        var moved = new Refusal.TemplateMovedOn(2, other.UserId, office.Clock.GetUtcNow());
        (await office.SendTemplateAsync(answers.Writer, id, mine.Version)).Refusal.Should().Be(moved);
        (await office.TemplateDrafts(answers.Writer).OpenAsync(id, default)).Value!.Fields.BuildsOn.Should().Be(1, "the draft still says what it was begun from");
        (await drafts.LaterAsync(id, 1, default)).Should().BeEquivalentTo(new { Version = 2, Html = "<p>Onun metni</p>", WrittenAt = moved.At, State = WordingState.Proposed });
        (await office.Templates(other).OpenAsync(id, default)).Value!.Proposed!.Html.Should().Be("<p>Onun metni</p>", "it was not replaced");
        (await office.SendTemplateAsync(other, id, version: 0, buildsOn: 1)).Refusal.Should().Be(moved, "nor by what stood on the screen untouched");

        var built = (await drafts.SaveAsync(id, mine.Version, "<p>Benim metnim</p>", new TemplateFields("Aydınlatma", "ayd", home.Scope, home.Unit!.Value.Value, 2), default)).Value!;
        (await office.SendTemplateAsync(answers.Writer, id, built.Version)).IsAccepted.Should().BeTrue();
        (await office.Templates(other).OpenAsync(id, default)).Value!.Wordings.Select(w => w.State).Should().Equal(WordingState.Proposed, WordingState.Replaced, WordingState.InUse);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_put_another_wording_forward_at_once_the_second_is_told_of_the_first(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, home) = (answers.Office, new TemplateHome(TemplateScope.Unit, answers.Unit));
        var other = await office.HireAsync(63, OfficerRole.CaseOfficer, answers.Unit);
        var id = await UsedAsync(answers, home, "Aydınlatma", "ayd");

        var both = await Task.WhenAll(
            Task.Run(() => office.WriteAsync(answers.Writer, default, "<p>Bir</p>", anew: id, buildsOn: 1)), Task.Run(() => office.WriteAsync(other, default, "<p>İki</p>", anew: id, buildsOn: 1)));
        both.Should().ContainSingle(outcome => outcome.IsAccepted);
        both.Single(outcome => !outcome.IsAccepted).Refusal.Should().BeOfType<Refusal.TemplateMovedOn>().Which.Version.Should().Be(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_waits_is_counted_for_whoever_decides_about_it_and_rings(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, below) = (answers.Office, answers.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var clerk = await office.HireAsync(64, new RoleOn(OfficerRole.CaseOfficer, below), new RoleOn(OfficerRole.Approver, below));
        var stranger = await office.HireAsync(65, OfficerRole.Approver, office.Unit("Adana Valiliği"));
        var rung = new TaskCompletionSource();
        await using var bell = office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.Templates], () => Task.FromResult(rung.TrySetResult()));

        await office.WriteAsync(clerk, TemplateHome.Own);
        rung.Task.IsCompleted.Should().BeFalse("what is one's own waits for nobody");
        var id = (await office.WriteAsync(clerk, new TemplateHome(TemplateScope.Unit, below))).Value;
        await rung.Task;
        (await CountAsync(office, answers.Approver), await CountAsync(office, clerk), await CountAsync(office, stranger), await CountAsync(office, answers.Writer)).Should().Be((1, 0, 0, null));
        (await office.Templates(answers.Approver).ReadAsync(default))!.Lines.Count(l => l.MayDecide).Should().Be(1, "the number is that of the rows it leads to");

        await office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text);
        (await CountAsync(office, answers.Approver)).Should().Be(0);
    }

    private static async Task<ReplyTemplateId> UsedAsync(AnAnsweringOffice answers, TemplateHome home, string name, string shortcut)
    {
        var id = (await answers.Office.WriteAsync(answers.Writer, home, name: name, shortcut: shortcut)).Value;
        (await answers.Office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text)).IsAccepted.Should().BeTrue();
        return id;
    }

    private static Task<int?> CountAsync(Office office, Actor actor) => office.For<TemplatesToSign>(actor).CountAsync(default);
}
