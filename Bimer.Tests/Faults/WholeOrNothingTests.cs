using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using FluentAssertions;
using Npgsql;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Faults;

/// <summary>
/// Forwarding to twenty units, sending an answer to its approver, signing it (A3): each is stopped once at every step it takes to the
/// database. All of it is there or nothing of it, and sent again it is there once, with one mail.
/// </summary>
public sealed class WholeOrNothingTests(ITestOutputHelper output)
{
    private static readonly (string Name, Func<Exception> Happens)[] _faults =
    [
        ("the end of the program", () => new EndOfTheProgramException()),
        ("a broken connection", () => new NpgsqlException("The connection broke off.", new IOException())),
    ];

    public static TheoryData<Kind, Act> Everywhere
    {
        get
        {
            var everywhere = new TheoryData<Kind, Act>();
            foreach (var kind in Enum.GetValues<Kind>())
                foreach (var act in Enum.GetValues<Act>()) everywhere.Add(kind, act);
            return everywhere;
        }
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Stopped_at_any_point_an_act_is_there_whole_or_not_at_all_and_sent_again_it_is_there_once(Kind kind, Act act)
    {
        var points = new BreakingPoints();
        await using var story = await AReplyStory.BeginAsync(kind, points.Into);
        var acts = new StoppedActs(story);
        var whole = await UndisturbedAsync(acts, act, points);
        string[] names = [.. points.Passed];
        output.WriteLine($"{kind}, {act}, {names.Length} points: {string.Join(" | ", names)}");
        ExpectEnough(act, names);

        for (var point = 0; point < names.Length; point++)
        {
            foreach (var (what, happens) in _faults)
            {
                var stopped = await acts.PrepareAsync(act);
                var before = await acts.TraceAsync(stopped);
                points.Break(point, happens);
                await FailsAsync(stopped, points, names[..(point + 1)]);

                var isCommitted = names[point] is BreakingPoints.Committed;
                (await acts.TraceAsync(stopped)).Should().Equal(isCommitted ? whole : before, "{0} at point {1} ({2})", what, point, names[point]);
                await SentAgainItIsThereOnceAsync(acts, stopped, whole);
            }
        }
    }

    /// <summary>It takes the steps that were watched, up to the one it breaks at, and tells nobody of a success.</summary>
    private static async Task FailsAsync(StoppedAct stopped, BreakingPoints points, string[] passed)
    {
        var isAccepted = await IsAcceptedAsync(stopped);
        points.Rest();

        points.Passed.Should().Equal(passed);
        isAccepted.Should().BeFalse("it was stopped at {0}", passed[^1]);
    }

    private static async Task<IReadOnlyList<string>> UndisturbedAsync(StoppedActs acts, Act act, BreakingPoints points)
    {
        var undisturbed = await acts.PrepareAsync(act);
        var before = await acts.TraceAsync(undisturbed);
        points.Watch();
        (await undisturbed.SendAsync()).Should().Be(Outcome.Accepted);
        points.Rest();
        var whole = await acts.TraceAsync(undisturbed);
        whole.Should().NotEqual(before);
        whole.Count(line => line.StartsWith("outbox ReplyMail", StringComparison.Ordinal)).Should().Be(act is Act.Signing ? 1 : 0);
        return whole;
    }

    /// <summary>One transaction, and the steps one would expect of each: so no change of the product or its framework empties the test.</summary>
    private static void ExpectEnough(Act act, string[] names)
    {
        names.Should().HaveCountGreaterThan(10).And.EndWith([BreakingPoints.Commit, BreakingPoints.Committed]);
        names.Should().ContainSingle(name => name == BreakingPoints.Commit);
        string[] written = [.. names.Where(name => name.StartsWith("INSERT", StringComparison.Ordinal))];
        written.Should().Contain(name => name.Contains("movement", StringComparison.Ordinal)).And.Contain(name => name.Contains("audit", StringComparison.Ordinal)).And.Contain(name => name.Contains("remembered", StringComparison.Ordinal));
        if (act is Act.Forwarding) written.Count(name => name.Contains("routing", StringComparison.Ordinal)).Should().Be(StoppedActs.Recipients);
        if (act is Act.Answering) written.Should().Contain(name => name.Contains("repl", StringComparison.Ordinal)).And.Contain(name => name.Contains("attachment", StringComparison.Ordinal));
        if (act is Act.Signing) written.Should().Contain(name => name.Contains("outbox", StringComparison.Ordinal));
    }

    private static async Task SentAgainItIsThereOnceAsync(StoppedActs acts, StoppedAct stopped, IReadOnlyList<string> whole)
    {
        (await stopped.SendAsync()).Should().Be(Outcome.Accepted, "sent again it goes through");
        (await stopped.SendAsync()).Should().Be(Outcome.Accepted, "and once more is answered alike");
        (await acts.TraceAsync(stopped)).Should().Equal(whole);
    }

    /// <summary>Whoever dies says nothing; whoever lost the connection may say so.</summary>
    private static async Task<bool> IsAcceptedAsync(StoppedAct stopped)
    {
        try
        {
            return (await stopped.SendAsync()).IsAccepted;
        }
        catch (Exception fault) when (fault.GetBaseException() is EndOfTheProgramException or IOException)
        {
            return false;
        }
    }

    /// <summary>Nobody in the product knows it, so nobody makes anything better of it.</summary>
    private sealed class EndOfTheProgramException : Exception;
}
