using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Live;

/// <summary>What somebody does with the case before them.</summary>
public enum CaseSpot
{
    Reading,

    /// <summary>sevk ekranında</summary>
    Forwarding,

    /// <summary>beklemeye alma ekranında</summary>
    Holding,

    /// <summary>iade ekranında</summary>
    Returning,

    /// <summary>cevap ekranında</summary>
    Answering,

    /// <summary>onay ekranında</summary>
    Approving,
}

/// <summary>
/// Who has which case on an open screen of this server, by ids alone. Whether somebody may be told of it is asked where it is shown. No
/// lock: nobody is kept from anything by being seen. Not kept anywhere; what a lost bell leaves is put right by the next one.
/// </summary>
public sealed class Presence(LiveFeed feed)
{
    private readonly ConcurrentDictionary<CaseId, ImmutableDictionary<Guid, (UserId Person, CaseSpot Spot)>> _screens = new();

    /// <summary>A screen shows the case until the answer is disposed.</summary>
    public Seat Take(CaseId id, UserId person, CaseSpot spot = CaseSpot.Reading) => new(this, id, (person, spot));

    /// <summary>Each person once, however many screens they have: where they do something rather than where they read.</summary>
    public IReadOnlyList<(UserId Person, CaseSpot Spot)> At(CaseId id) =>
        _screens.TryGetValue(id, out var here) ? [.. here.Values.GroupBy(seat => seat.Person, (person, seats) => (person, seats.Max(seat => seat.Spot)))] : [];

    private void Sit(CaseId id, Guid screen, (UserId Person, CaseSpot Spot) sitter)
    {
        _screens.AddOrUpdate(id, _ => ImmutableDictionary<Guid, (UserId, CaseSpot)>.Empty.Add(screen, sitter), (_, here) => here.SetItem(screen, sitter));
        feed.Publish(LiveTopic.Onlookers(id));
    }

    private void Rise(CaseId id, Guid screen)
    {
        var left = _screens.AddOrUpdate(id, _ => ImmutableDictionary<Guid, (UserId, CaseSpot)>.Empty, (_, here) => here.Remove(screen));
        // Removed only if still empty: somebody may have come in between.
        if (left.IsEmpty) _screens.TryRemove(KeyValuePair.Create(id, left));
        feed.Publish(LiveTopic.Onlookers(id));
    }

    /// <summary>One screen in front of a case.</summary>
    public sealed class Seat : IDisposable
    {
        private readonly Presence _presence;
        private readonly CaseId _id;
        private readonly (UserId Person, CaseSpot Spot) _sitter;
        private readonly Guid _screen = Guid.NewGuid();

        internal Seat(Presence presence, CaseId id, (UserId Person, CaseSpot Spot) sitter)
        {
            (_presence, _id, _sitter) = (presence, id, sitter);
            Return();
        }

        /// <summary>The line to the screen is lost: nobody looks any more, though the screen may come back.</summary>
        public void Leave() => _presence.Rise(_id, _screen);

        /// <summary>The line is there again.</summary>
        public void Return() => _presence.Sit(_id, _screen, _sitter);

        public void Dispose() => Leave();
    }
}
