using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>What a save of a draft answers where the database says no: another window was first, or it cannot be written now.</summary>
internal static class DraftTelling
{
    public static async Task<Outcome<T>> TellAsync<T>(Func<Task<Outcome<T>>> change)
    {
        try
        {
            return await change();
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsDuplicateKey())
        {
            return new Refusal.DraftChanged(SavedAt: null);
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            return Outcome<T>.FromRefusal(fault.WhyNot());
        }
    }
}
