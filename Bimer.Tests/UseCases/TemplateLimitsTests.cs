using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>How many templates and wordings there may be, what a desk keeps of them, and which letters count as sent back (decision 0104).</summary>
public sealed class TemplateLimitsTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_home_and_a_template_are_full_with_facts_and_what_is_retired_makes_room(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, writer) = (answers.Office, answers.Writer);
        var reach = new TemplateReach(writer.UserId, new HashSet<TemplateHome> { TemplateHome.Own }, _ => false);
        var (text, now) = (new TemplateText("Ad", "", "<p>Metin</p>", "Metin"), office.Clock.GetUtcNow());
        List<ReplyTemplate> there = [.. Enumerable.Range(0, ReplyTemplate.MostAtHome).Select(_ => ReplyTemplate.Write(new ReplyTemplateId(Guid.CreateVersion7()), TemplateHome.Own, text, reach, now).Value!)];
        for (var version = 1; version < ReplyTemplate.MostWordings; version++) there[0].Rewrite(text, version, reach, now).IsAccepted.Should().BeTrue();
        await using (var db = await office.DbAsync())
        {
            db.AddRange(there);
            await db.SaveChangesAsync();
        }

        (await office.WriteAsync(writer, TemplateHome.Own)).Refusal.Should().Be(new Refusal.TemplateHomeFull(ReplyTemplate.MostAtHome, ReplyTemplate.MostAtHome));
        (await office.WriteAsync(writer, default, anew: there[0].Id)).Refusal.Should().Be(new Refusal.TemplateWordingsFull(ReplyTemplate.MostWordings, ReplyTemplate.MostWordings));
        (await office.RetireTemplateAsync(writer, there[1].Id)).IsAccepted.Should().BeTrue();
        (await office.WriteAsync(writer, TemplateHome.Own)).IsAccepted.Should().BeTrue();
        (await office.OfferedAsync(writer, answers.Unit)).Should().HaveCount(ReplyTemplate.MostAtHome);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_desk_keeps_names_and_a_text_is_fetched_when_it_is_chosen_as_it_stands_then(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, writer) = (answers.Office, answers.Writer);
        var html = $"<p>{new string('a', 90)} <strong>{new string('b', 2_000)}</strong></p>";
        var id = (await office.WriteAsync(writer, TemplateHome.Own, html)).Value;
        var choice = (await office.OfferedAsync(writer, answers.Unit)).Should().ContainSingle().Subject;
        var stranger = await office.HireAsync(71, OfficerRole.CaseOfficer, answers.Unit);

        choice.Beginning.Should().StartWith(new string('a', 90)).And.EndWith("…").And.Match(line => line.Length < 150);
        (await office.For<TemplateChoices>(writer).WordingAsync(choice.Use, answers.Unit, default)).Should().Be(html);
        (await office.For<TemplateChoices>(stranger).WordingAsync(choice.Use, answers.Unit, default)).Should().BeNull();
        (await office.WriteAsync(writer, default, "<p>Yeni</p>", anew: id)).IsAccepted.Should().BeTrue();
        (await office.For<TemplateChoices>(writer).WordingAsync(choice.Use, answers.Unit, default)).Should().BeNull("another text is in use by now");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_that_was_deleted_comes_back_as_it_was_unless_another_was_begun(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var drafts = answers.Office.TemplateDrafts(answers.Writer);
        var fields = new TemplateFields("Ad", "kisa", TemplateScope.Unit, answers.Unit.Value, 0);
        await drafts.SaveAsync(TemplateDrafts.NewOne, 0, "<p>Yarım kalan</p>", fields, default);

        var dropped = await drafts.ForgetAsync(TemplateDrafts.NewOne, default);
        (await drafts.TextAsync(TemplateDrafts.NewOne, default)).Value!.Html.Should().BeEmpty();
        (await drafts.RestoreAsync(dropped!, default)).IsAccepted.Should().BeTrue();
        (await drafts.TextAsync(TemplateDrafts.NewOne, default)).Value!.Html.Should().Be("<p>Yarım kalan</p>");
        (await drafts.OpenAsync(TemplateDrafts.NewOne, default)).Value!.Fields.Should().Be(fields);
        (await drafts.RestoreAsync(dropped!, default)).Refusal.Should().BeOfType<Refusal.DraftChanged>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_that_left_with_its_part_was_sent_back_by_nobody(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, izmir, bursa) = (answers.Office, answers.Office.Unit("İzmir Valiliği"), answers.Office.Unit("Bursa Valiliği"));
        var (holder, writer) = (await office.HireAsync(72, OfficerRole.CaseOfficer, izmir), await office.HireAsync(73, OfficerRole.CaseOfficer, bursa));
        var signer = await office.HireAsync(74, OfficerRole.Approver, bursa);
        var id = (await office.WriteAsync(writer, TemplateHome.Own)).Value;
        var use = (await office.OfferedAsync(writer, bursa)).Should().ContainSingle().Subject.Use;
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        await office.OpenAsync(answers.Writer, part);
        (await office.ForwardAsync(answers.Writer, part, null, ReplyStories.Line(izmir), ReplyStories.Line(bursa))).Should().Be(Outcome.Accepted);
        var legs = await office.LegsAsync(part.CaseId);
        var (held, written) = (legs.Single(leg => leg.To == izmir).Id, legs.Single(leg => leg.To == bursa).Id);
        await office.OpenAsync(holder, held);
        await office.OpenAsync(writer, written);
        var draft = (await office.DraftFromAsync(writer, written, use, TemplateStories.Text)).Value!;
        (await office.SubmitAsync(writer, written, draft.Version, new Signatory(signer.UserId, bursa))).Should().Be(Outcome.Accepted);

        var units = office.Services.GetRequiredService<UnitDirectory>();
        (await office.WorkOf(holder).ChangeAsync(OfficeStories.NewCommand(), part.CaseId, (c, acting) => c.Exclude(
            held, units.LineageOf(bursa), [.. c.Routings.Where(leg => leg.IsOpen).Select(leg => units.LineageOf(leg.To))], acting.Actor, acting.Now), default)).IsAccepted.Should().BeTrue();

        (await office.Templates(writer).OpenAsync(id, default)).Value!.Line.Use.Should().Be(new TemplateFigures(Letters: 1, Rounds: 1, Returned: 0));
    }
}
