namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// One bell wakes a thousand circuits, and each must ask the database anew who it belongs to. Those who ask within a moment are answered by
/// one query, which begins after the last of them has asked: nobody is told anything older than their question.
/// </summary>
public sealed class GatheredVisits(SessionDoor door)
{
    /// <summary>How long a question waits for others; well below what an eye notices. Of the machine's clock: it gathers threads and measures nothing people know.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private Gathering? _open;

    public async Task<Visit?> LookAsync(Guid session, CancellationToken ct)
    {
        Gathering mine;
        lock (_lock)
        {
            mine = _open ??= new Gathering(AnswerAsync);
            mine.Sessions.Add(session);
        }

        return (await mine.Answers.WaitAsync(ct)).GetValueOrDefault(session);
    }

    private async Task<IReadOnlyDictionary<Guid, Visit>> AnswerAsync(Gathering gathering)
    {
        await Task.Delay(Gather).ConfigureAwait(false);
        lock (_lock) _open = null;   // whoever asks from now on is not in this query
        return await door.LookAsync(gathering.Sessions, CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class Gathering
    {
        private readonly Lazy<Task<IReadOnlyDictionary<Guid, Visit>>> _answers;

        public Gathering(Func<Gathering, Task<IReadOnlyDictionary<Guid, Visit>>> answer) => _answers = new(() => answer(this));

        public HashSet<Guid> Sessions { get; } = [];

        public Task<IReadOnlyDictionary<Guid, Visit>> Answers => _answers.Value;
    }
}
