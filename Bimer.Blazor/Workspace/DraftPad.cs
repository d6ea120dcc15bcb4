using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>How the draft of a desk stands, as it is told beside what is typed.</summary>
public enum DraftState
{
    Untouched,

    /// <summary>geri getirildi</summary>
    Restored,

    /// <summary>kaydediliyor</summary>
    Saving,

    /// <summary>kaydedildi</summary>
    Saved,

    /// <summary>kaydedilemedi</summary>
    Failed,

    /// <summary>Another window or device was first: nothing is saved until the person has chosen.</summary>
    Elsewhere,
}

/// <summary>What is told of a draft, whatever is in it.</summary>
public abstract class DraftPad
{
    public DraftState State { get; private protected set; }

    /// <summary>When it was saved last, here or elsewhere; none while it never was.</summary>
    public DateTimeOffset? At { get; private protected set; }

    /// <summary>The newest save this window knows of; none while it knows of none.</summary>
    public DateTimeOffset? Since { get; private protected set; }

    /// <summary>This window on this desk: of two saves of one window the later stands, also when the circuit did not hear of the earlier one.</summary>
    public Guid Window { get; } = Guid.NewGuid();

    /// <summary>Where the browser keeps what is typed while the line is down.</summary>
    public abstract string Address { get; }
}

/// <summary>The draft of one desk on one screen: brought back, kept, and told of. For that screen alone, on its dispatcher.</summary>
public sealed class DraftPad<T> : DraftPad, IAsyncDisposable where T : class
{
    private readonly DeskDrafts _drafts;
    private readonly (RoutingId Routing, DeskKind Desk) _of;
    private readonly DeskKeeper<T> _keeper;
    private int _changes;

    internal DraftPad(DeskDrafts drafts, TimeProvider clock, (RoutingId Routing, DeskKind Desk) of, Func<Task> onChanged)
    {
        (_drafts, _of) = (drafts, of);
        _keeper = new(clock, KeepAsync, onChanged);
    }

    /// <summary>What another window or device has saved; none while there is nothing to choose between.</summary>
    public T? Other { get; private set; }

    public override string Address => DeskNoteDoors.Of(_of.Routing, _of.Desk);

    /// <param name="ct">Of the screen.</param>
    /// <param name="notBefore">What was saved earlier is of a round that is over: it is not shown, and the next save replaces it.</param>
    /// <returns>What was left here; none when nothing was.</returns>
    public async Task<T?> TakeUpAsync(CancellationToken ct, DateTimeOffset? notBefore = null)
    {
        if (await _drafts.ReadAsync<T>(_of.Routing, _of.Desk, ct) is not { } kept) return null;
        Since = kept.At;
        if (kept.At < notBefore) return null;
        (At, State) = (kept.At, DraftState.Restored);
        return kept.Content;
    }

    public void Change(T content)
    {
        _changes++;
        if (Other is not null) return;
        State = DraftState.Saving;   // at once: "saved" would be said of what is not
        _keeper.Change(content);
    }

    /// <summary>Goes on with what stands here; the next save replaces the other.</summary>
    public void KeepMine(T content)
    {
        (Since, Other) = (At, null);
        Change(content);
    }

    /// <summary>Goes on with the other; what stood here is given up.</summary>
    public T TakeOther()
    {
        var other = Other ?? throw new InvalidOperationException("There is no other draft.");
        (Since, Other, State) = (At, null, DraftState.Restored);
        return other;
    }

    /// <summary>The work was sent: nothing of it is left to come back to.</summary>
    public async Task ForgetAsync()
    {
        await _keeper.StopAsync();
        await _drafts.ForgetAsync(_of.Routing, _of.Desk, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    private async Task<bool> KeepAsync(T content, CancellationToken ct)
    {
        var sent = _changes;
        var save = await _drafts.SaveAsync(_of.Routing, _of.Desk, content, Since, ct, Window);
        if (save.At is { } at) (Since, At, State) = (at, at, sent == _changes ? DraftState.Saved : DraftState.Saving);
        else if (save.Elsewhere is { } other) (Other, At, State) = (other.Content, other.At, DraftState.Elsewhere);
        else State = DraftState.Failed;
        return State != DraftState.Failed;
    }
}
