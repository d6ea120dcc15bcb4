using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Faults;

/// <summary>
/// <em>Kaydet ve Sevk Et</em> is stopped once at every step it takes to the database (S14): case, custody, forwarding and the end of the
/// draft are there together or not at all, and sent again they are there once.
/// </summary>
public sealed class WholeIntakeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Stopped_at_any_point_it_is_recorded_and_forwarded_or_neither(Kind kind)
    {
        var points = new BreakingPoints();
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter, points.Into);
        await using var office = desk.Office;
        var form = ADesk.SilentLetter with { Recipients = [new(office.Unit("Ankara İl Sağlık Müdürlüğü").Value, false) { IsMeant = true }] };
        // The first one takes a block of numbers besides.
        (await desk.RecordAsync(form, forward: true)).Should().BeOfType<RegisterAnswer.Recorded>();
        desk.Anew();
        await desk.TypeAsync(form);
        points.Watch();
        (await desk.SaveAsync(forward: true)).Should().BeOfType<RegisterAnswer.Recorded>();
        points.Rest();
        string[] names = [.. points.Passed];
        output.WriteLine($"{kind}, {names.Length} points: {string.Join(" | ", names)}");
        names.Should().HaveCountGreaterThan(12).And.EndWith([BreakingPoints.Commit, BreakingPoints.Committed]).And.ContainSingle(name => name == BreakingPoints.Commit);

        for (var point = 0; point < names.Length; point++)
        {
            desk.Anew();
            await desk.TypeAsync(form);
            await BreaksAsync(desk, points, point);
        }
    }

    private static async Task BreaksAsync(ADesk desk, BreakingPoints points, int point)
    {
        var before = await CountsAsync(desk.Office);
        points.Break(point, () => new EndOfTheProgramException());
        (await IsRecordedAsync(desk)).Should().BeFalse("it was stopped at point {0}", point);
        points.Rest();
        var stoppedAt = points.Passed[^1];   // a further block of numbers moves the points by one

        var whole = before with { Cases = before.Cases + 1, Parts = before.Parts + 2, Sealed = before.Sealed + 1, Drafts = 0 };
        (await CountsAsync(desk.Office)).Should().Be(stoppedAt is BreakingPoints.Committed ? whole : before, "stopped at point {0} ({1})", point, stoppedAt);
        (await IsRecordedAsync(desk)).Should().BeTrue();
        (await IsRecordedAsync(desk)).Should().BeTrue("once more is answered alike");
        (await CountsAsync(desk.Office)).Should().Be(whole);
    }

    private static async Task<Counts> CountsAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return new Counts(await db.Cases.CountAsync(), await db.Routings.CountAsync(), await db.SealedIdentities.CountAsync(), await db.DeskIntakes.CountAsync());
    }

    private static async Task<bool> IsRecordedAsync(ADesk desk)
    {
        try
        {
            return await desk.SaveAsync(forward: true) is RegisterAnswer.Recorded;
        }
        catch (Exception fault) when (fault.GetBaseException() is EndOfTheProgramException)
        {
            return false;
        }
    }

    private sealed record Counts(int Cases, int Parts, int Sealed, int Drafts);

    /// <summary>Nobody in the product knows it, so nobody makes anything better of it.</summary>
    private sealed class EndOfTheProgramException : Exception;
}
