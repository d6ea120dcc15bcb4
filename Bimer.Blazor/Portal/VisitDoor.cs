using Bimer.Blazor.Persistence;
using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Portal;

/// <summary>The visit of the request that is being answered.</summary>
public sealed class VisitDoor(VisitBook visits, VisitCookie cookie)
{
    private Visit? _found;
    private bool _looked;

    public string? Token => cookie.Token;

    /// <summary>
    /// A form is being sent. A page must not lead away while it is made then: Blazor looks for the form first and answers with an error
    /// where the page went before it stood there. What the form does leads away instead.
    /// </summary>
    public bool IsPosted => cookie.IsPosted;

    /// <summary>The visit, or null; read once a request.</summary>
    public async Task<Visit?> VisitAsync(CancellationToken ct)
    {
        if (_looked) return _found;
        (_found, _looked) = (await visits.FindAsync(cookie.Token, ct), true);
        return _found;
    }

    public async Task<bool> MayFileAsync(CancellationToken ct) => await VisitAsync(ct) is { MayFile: true, FiledCase: null };

    /// <summary>What another request of the same visit may have filed since.</summary>
    public async Task<CaseId?> FiledMeanwhileAsync(CancellationToken ct) => (await visits.FindAsync(cookie.Token, ct))?.FiledCase;

    /// <summary>Changes the visit; null when there is none or the change said no.</summary>
    public async Task<Visit?> ChangeAsync(Func<Visit, bool> change, CancellationToken ct)
    {
        var changed = await visits.ChangeAsync(cookie.Token, change, ct);
        if (changed is not null) (_found, _looked) = (changed, true);
        return changed;
    }

    /// <summary>This visit has filed: its own case is what is looked at next.</summary>
    public void EndLookUp() => cookie.EndLookUp();

    /// <summary>The visit is over and the browser forgets it; what it filed stays filed.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        cookie.Take();
        try
        {
            foreach (var token in cookie.Tokens) await visits.EndAsync(token, ct);
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            // Whoever leaves in a hurry gets away without the database too; the visit ends by its own time.
        }
    }
}
