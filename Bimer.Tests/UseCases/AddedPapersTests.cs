using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Workspace.CaseDetail.Papers;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Belge Ekle: a later paper of the applicant joins an open case by its holder's hand, by the rules of a desk.</summary>
public sealed class AddedPapersTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_later_paper_joins_the_case_with_a_movement_and_by_its_holder_alone(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var colleague = await story.Office.HireAsync(3, OfficerRole.CaseOfficer, story.Unit);

        var added = await AddAsync(story, story.Writer, "ek dilekçe.pdf");
        var another = await AddAsync(story, colleague, "baskasi.pdf");

        (added.Value!.Name, another.IsAccepted).Should().Be(("ek dilekçe.pdf", false));
        await using var db = await story.Office.DbAsync();
        (await db.Attachments.SingleAsync()).Should().BeEquivalentTo(new { added.Value.Id, Name = "ek dilekçe.pdf", Ordinal = 1, Reply = (RoutingId?)null });
        (await db.Movements.OrderBy(m => m.Sequence).LastAsync()).Should().BeEquivalentTo(new { Kind = MovementKind.PaperAdded, By = (UserId?)story.Writer.UserId });
        (await db.AuditEntries.OrderBy(a => a.Sequence).LastAsync()).Should().Match<AuditEntry>(a => a.Action == "case.paper-added");
        story.Office.StoredFiles().Should().ContainSingle("what was refused is not kept");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_twelve_sent_at_once_ten_are_taken_each_with_a_place_of_its_own(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);

        for (var sent = 0; sent < 12; sent += 3) await Task.WhenAll(Enumerable.Range(sent, 3).Select(i => AddAsync(story, story.Writer, $"ek{i}.pdf", [.. Documents.Pdf, (byte)'%', (byte)('a' + i)])));

        await using var db = await story.Office.DbAsync();
        (await db.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Ordinal).ToListAsync()).Should().Equal(Enumerable.Range(1, 10));
        story.Office.StoredFiles().Should().HaveCount(10);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_paper_sent_twice_is_one_and_both_are_answered_alike(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var first = await AddAsync(story, story.Writer, "tarama.pdf");

        var later = await AddAsync(story, story.Writer, "tarama.pdf");
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => AddAsync(story, story.Writer, "öteki.pdf", [.. Documents.Pdf, (byte)'%'])));

        later.Value.Should().Be(first.Value);
        atOnce[0].Value.Should().NotBeNull().And.Be(atOnce[1].Value).And.NotBe(first.Value);
        await using var db = await story.Office.DbAsync();
        (await db.Attachments.CountAsync(), await db.Movements.CountAsync(m => m.Kind == MovementKind.PaperAdded)).Should().Be((2, 2));
        story.Office.StoredFiles().Should().HaveCount(2);
    }

    [Fact]
    public async Task Of_a_hidden_applicant_it_has_no_name()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        await citizen.SendAsync((await citizen.WriteWholeAsync(draft => draft with { Institution = unit.Value, HideIdentity = true }))!);
        RoutingId part;
        await using (var db = await office.DbAsync()) part = RoutingId.Of(await db.Cases.Select(c => c.Id).SingleAsync(), 1);
        await office.OpenAsync(officer, part);

        var added = await office.Handler<AddPaperHandler>(officer).HandleAsync(new AddPaper(part, "Müjde Kanarya’nın dilekçesi.pdf", new MemoryStream(Documents.Pdf)), CancellationToken.None);

        added.Value!.Name.Should().Be("Ek-1.pdf");
        await using var after = await office.DbAsync();
        (await after.Attachments.SingleAsync()).Name.Should().Be("Ek-1.pdf");
    }

    private static Task<Outcome<AttachmentLine>> AddAsync(AReplyStory story, Actor who, string name, byte[]? content = null) =>
        story.Office.Handler<AddPaperHandler>(who).HandleAsync(new AddPaper(story.Routing, name, new MemoryStream(content ?? Documents.Pdf)), CancellationToken.None);
}
