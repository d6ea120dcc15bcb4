using System.Diagnostics;

namespace Bimer.Tests.Given;

/// <summary>Waits for something that another thread, process or person brings about. The only place in the tests that may poll.</summary>
public static class Eventually
{
    /// <summary>Generous, because it is only ever used up by a failing test.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    public static Task TrueAsync(Func<bool> condition, string because, TimeSpan? timeout = null) =>
        TrueAsync(() => Task.FromResult(condition()), because, timeout);

    public static async Task TrueAsync(Func<Task<bool>> condition, string because, TimeSpan? timeout = null)
    {
        var limit = timeout ?? Patience;
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > limit) throw new TimeoutException($"Not true within {limit.TotalSeconds:0.#} s: {because}.");
            await Task.Delay(_pause);
        }
    }

    /// <summary>The first value that is there: for what must be looked up until it exists.</summary>
    public static async Task<T> SomeAsync<T>(Func<Task<T?>> look, string because, TimeSpan? timeout = null)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await look()) is not null, because, timeout);
        return found!;
    }
}
