using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bimer.Tests.UseCases.CaseDetail.LetterPaperTests;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>What a case says lies in the post room lies there, whatever its folder does meanwhile (S51).</summary>
public sealed class PostRoomTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_the_post_room_does_not_take_is_told_and_is_laid_when_it_does(Kind kind)
    {
        using var room = new AFolder();
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await AnsweredAsync(answers, hidden: true);
        await SetAsync(answers, OutboxStatus.NoAddress);
        var click = OfficeStories.NewCommand();

        (await PrintAsync(answers, new InTheWay(answers.Writer, room.Path), new PrintLetter(click, routing, LetterWay.PostRoom), room.Path)).Refusal.Should().Be(new Refusal.LetterNotLaid());
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path, again: true)).Refusal.Should().Be(new Refusal.LetterNotLaid(), "the one that waits comes first");
        Directory.Delete(Directory.GetDirectories(room.Path).Single());
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path, id: click)).Value.Should().Be(new PrintedLetter(null, null));

        var laid = room.Files.Should().ContainSingle().Which;
        laid.Should().EndWith(".pdf");
        await using var db = await answers.Office.DbAsync();
        (await db.Movements.Where(m => m.Kind == MovementKind.LetterLaid).Select(m => m.Change).ToListAsync()).Should().Equal(Path.GetFileNameWithoutExtension(laid));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_what_was_forgotten_in_the_post_room_only_what_no_case_knows_is_thrown_away(Kind kind)
    {
        using var room = new AFolder();
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (routing, other) = (await AnsweredAsync(answers, hidden: true), await AnsweredAsync(answers, hidden: true));
        await SetAsync(answers, OutboxStatus.NoAddress);
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path)).IsAccepted.Should().BeTrue();
        var known = room.Files.Single();
        File.Move(room[known], Path.ChangeExtension(room[known], ".part"));
        await File.WriteAllTextAsync(room["unknown.part"], "x");
        foreach (var file in room.Files) File.SetLastWriteTimeUtc(room[file], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        (await PrintAsync(answers, answers.Writer, other, LetterWay.PostRoom, room.Path)).IsAccepted.Should().BeTrue();

        room.Files.Should().HaveCount(2).And.Contain(known).And.OnlyContain(file => file.EndsWith(".pdf", StringComparison.Ordinal));
    }

    /// <summary>Once a letter was brought, something else lies where it is to be laid.</summary>
    private sealed class InTheWay(Actor actor, string room) : ICurrentActor
    {
        public ValueTask<Actor?> GetAsync(CancellationToken ct)
        {
            foreach (var brought in Directory.GetFiles(room, "*.part")) Directory.CreateDirectory(Path.ChangeExtension(brought, ".pdf"));
            return ValueTask.FromResult<Actor?>(actor);
        }

        public ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct) => GetAsync(ct);
    }
}
