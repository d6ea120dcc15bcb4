using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Live;

/// <summary>
/// Who has which case on an open screen of this server, by ids alone. Whether somebody may be told of it is asked where it is shown. No
/// lock: nobody is kept from anything by being seen. Not kept anywhere; what a lost bell leaves is put right by the next one.
/// </summary>
public sealed class Presence(LiveFeed feed)
{
    private readonly ConcurrentDictionary<CaseId, ImmutableDictionary<Guid, UserId>> _screens = new();

    /// <summary>A screen shows the case until the answer is disposed.</summary>
    public Seat Take(CaseId id, UserId person) => new(this, id, person);

    /// <summary>Each person once, however many screens they have.</summary>
    public IReadOnlyList<UserId> At(CaseId id) => _screens.TryGetValue(id, out var here) ? [.. here.Values.Distinct()] : [];

    private void Sit(CaseId id, Guid screen, UserId person)
    {
        _screens.AddOrUpdate(id, _ => ImmutableDictionary<Guid, UserId>.Empty.Add(screen, person), (_, here) => here.SetItem(screen, person));
        feed.Publish(LiveTopic.Onlookers(id));
    }

    private void Rise(CaseId id, Guid screen)
    {
        var left = _screens.AddOrUpdate(id, _ => ImmutableDictionary<Guid, UserId>.Empty, (_, here) => here.Remove(screen));
        // Removed only if still empty: somebody may have come in between.
        if (left.IsEmpty) _screens.TryRemove(KeyValuePair.Create(id, left));
        feed.Publish(LiveTopic.Onlookers(id));
    }

    /// <summary>One screen in front of a case.</summary>
    public sealed class Seat : IDisposable
    {
        private readonly Presence _presence;
        private readonly CaseId _id;
        private readonly UserId _person;
        private readonly Guid _screen = Guid.NewGuid();

        internal Seat(Presence presence, CaseId id, UserId person)
        {
            (_presence, _id, _person) = (presence, id, person);
            Return();
        }

        /// <summary>The line to the screen is lost: nobody looks any more, though the screen may come back.</summary>
        public void Leave() => _presence.Rise(_id, _screen);

        /// <summary>The line is there again.</summary>
        public void Return() => _presence.Sit(_id, _screen, _person);

        public void Dispose() => Leave();
    }
}
