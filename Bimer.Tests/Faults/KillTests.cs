using System.Collections.Concurrent;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Faults;

/// <summary>
/// The program is killed at random moments while many citizens press the last button at once (A1, A2): whatever was acknowledged is
/// there and whole, whatever was not gets its one number when it is sent again. The long form is 1,000 forms and five kills.
/// </summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Citizens = 16;

    private static int Forms => Alone.LongForm ? 1_000 : 200;

    private static int Kills => Alone.LongForm ? 5 : 2;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Kills_during_many_final_posts_lose_nothing_acknowledged_and_double_nothing(Kind kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"{kind}, {Forms} forms, {Kills} kills, seed {seed}");
        await using var program = await AKillableProgram.StartAsync(kind);
        using var citizens = new FinalForms(program.Bimer.Url);
        var forms = await citizens.PrepareAsync(Forms);
        var acknowledged = new ConcurrentDictionary<int, string>();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await SendUntilKilledAsync(program.Bimer, citizens, forms, acknowledged, new Random(seed + kill));
            await program.Bimer.RestartAsync();
            await program.FindWholeAsync(acknowledged.Values);
            output.WriteLine($"kill {kill}: {acknowledged.Count} acknowledged, all whole, {await program.CasesAsync()} cases");
        }

        KeyValuePair<int, string>[] beforehand = [.. acknowledged];
        await SendAllAsync(citizens, forms, Enumerable.Range(0, forms.Count), (form, number) => acknowledged[form] = number);

        acknowledged.Should().HaveCount(Forms);
        acknowledged.Values.Distinct(StringComparer.Ordinal).Should().HaveCount(Forms);
        beforehand.Should().OnlyContain(before => string.Equals(acknowledged[before.Key], before.Value, StringComparison.Ordinal), "a form sent again gets the number it had");
        await program.FindWholeAsync(acknowledged.Values);
        (await program.CasesAsync()).Should().Be(Forms, "no form became two cases");
    }

    /// <summary>Everybody who has no number yet sends; after a random part of what is left, in the midst of the rest, the process dies.</summary>
    private async Task SendUntilKilledAsync(BimerProcess bimer, FinalForms citizens, IReadOnlyList<FinalForm> forms, ConcurrentDictionary<int, string> acknowledged, Random dice)
    {
        var open = Enumerable.Range(0, forms.Count).Where(form => !acknowledged.ContainsKey(form)).ToArray();
        var last = open.Length * dice.Next(10, 40) / 100;
        var (sent, dead) = (0, Task.CompletedTask);
        var sending = SendAllAsync(citizens, forms, open, (form, number) =>
        {
            acknowledged[form] = number;
            // Here and now: by the time somebody else were woken up, the rest could be through.
            if (Interlocked.Increment(ref sent) == last) dead = bimer.Kill9Async();
        });
        var failed = await sending;
        await dead;
        bimer.HasExited.Should().BeTrue("the kill falls into the sending");
        failed.Should().BePositive("somebody was in the midst of it");
        output.WriteLine($"killed after {sent} answers of this round; {failed} sent in vain");
    }

    /// <returns>How many got no answer.</returns>
    private static async Task<int> SendAllAsync(FinalForms citizens, IReadOnlyList<FinalForm> forms, IEnumerable<int> which, Action<int, string> answered)
    {
        var failed = 0;
        await Parallel.ForEachAsync(which, new ParallelOptions { MaxDegreeOfParallelism = Citizens }, async (form, _) =>
        {
            try
            {
                answered(form, await citizens.SendAsync(forms[form]));
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return failed;
    }
}
