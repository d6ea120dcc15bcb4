using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>The database as a box reads it: one that is narrowed by words waits for what the search has still to learn, every other one for nothing.</summary>
public sealed class BoxDatabase(IDbContextFactory<BimerDbContext> dbFactory, SearchCatchUp catchUp, BoxSorting sorting)
{
    /// <summary>Puts in order what no index does.</summary>
    public BoxSorting Sorting => sorting;

    public Task<BimerDbContext> OpenAsync(BoxFilter filter, CancellationToken ct) => filter.Text is null ? dbFactory.CreateDbContextAsync(ct) : catchUp.OpenAsync(ct);
}
