using System.Diagnostics;
using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Bimer.Tests.Journeys;

/// <summary>
/// What one person's act brings to another's screen, without a reload: waited for in that page itself, frame by frame. How long it took
/// is told, not judged: the two seconds that are promised are measured by Bench; here a machine may be busy with anything.
/// </summary>
internal sealed class LiveSight(BimerServer server, ITestOutputHelper output)
{
    /// <param name="who">Who looks on.</param>
    /// <param name="change">A script that is true once the change is on the screen.</param>
    /// <param name="bell">Rings right after the commit.</param>
    /// <param name="act">What the other person does, to its end.</param>
    public async Task SeesAsync(Person who, string change, LiveTopic bell, Func<Task> act)
    {
        var (url, committed) = (who.Page.Url, new TaskCompletionSource<long>());
        await using var ear = server.Services.GetRequiredService<LiveFeed>().Subscribe([bell], () =>
        {
            committed.TrySetResult(Stopwatch.GetTimestamp());
            return Task.CompletedTask;
        });
        var start = Stopwatch.GetTimestamp();
        var seen = SeenAsync(who, change);
        await act();
        var at = await seen.WaitAsync(Eventually.Patience);
        if (!string.Equals(who.Page.Url, url, StringComparison.Ordinal)) throw new InvalidOperationException($"The screen went from {url} to {who.Page.Url}.");
        var (afterCommit, afterClick) = (Stopwatch.GetElapsedTime(await committed.Task, at).TotalMilliseconds, Stopwatch.GetElapsedTime(start, at).TotalMilliseconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bell.Kind}: on the other screen {afterCommit:0} ms after the commit, {afterClick:0} ms after the click"));
    }

    private static async Task<long> SeenAsync(Person who, string change)
    {
        await who.Page.WaitForFunctionAsync(change, null, new() { PollingInterval = 5, Timeout = 60_000 });
        return Stopwatch.GetTimestamp();
    }
}
