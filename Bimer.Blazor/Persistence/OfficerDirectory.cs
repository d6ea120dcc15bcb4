using System.Collections.Concurrent;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Names of colleagues for screens, fetched once and kept; the person's own number and phone are never here.</summary>
public sealed class OfficerDirectory(IDbContextFactory<BimerDbContext> dbFactory)
{
    private readonly ConcurrentDictionary<UserId, string> _names = new();

    public async ValueTask<string> NameOfAsync(UserId id, CancellationToken ct)
    {
        if (_names.TryGetValue(id, out var known)) return known;
        await LoadAsync([id], ct);
        return NameOf(id);
    }

    /// <summary>The names of several at once; call before rendering a list.</summary>
    public async Task LoadAsync(IEnumerable<UserId> ids, CancellationToken ct)
    {
        var missing = ids.Distinct().Where(id => !_names.ContainsKey(id)).ToList();
        if (missing.Count == 0) return;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await db.Officers.AsNoTracking().Where(o => missing.Contains(o.Id)).Select(o => new { o.Id, o.GivenName, o.Surname }).ToListAsync(ct);
        foreach (var officer in found) _names[officer.Id] = officer.GivenName + " " + officer.Surname;
    }

    /// <summary>A name that was loaded before.</summary>
    public string NameOf(UserId id) => _names.GetValueOrDefault(id, "?");

    public void Forget(UserId id) => _names.TryRemove(id, out _);
}
