namespace Bimer.Domain.Replies;

/// <summary>
/// How soon requests were sent to whoever is to answer them (ilk sevke kadar geçen süre, S53). In working days after the day of receipt, which is no working hour's matter: a letter has a day and no
/// hour. 0 is the day of receipt itself, and a free day behind it.
/// </summary>
/// <param name="Routed">Requests that were sent on.</param>
/// <param name="Waiting">Neither sent on nor answered: they still wait for their first routing.</param>
/// <param name="Median">Half of those sent on took so many days or fewer; none where there is none.</param>
/// <param name="Ninetieth">Nine of ten took so many days or fewer.</param>
public sealed record FirstRouting(int Routed, int Waiting, int? Median, int? Ninetieth)
{
    /// <summary>Counts them; the figure at a share is one that occurred (nearest rank), never one between two.</summary>
    public static FirstRouting Of(IReadOnlyCollection<int> days, int waiting)
    {
        ArgumentNullException.ThrowIfNull(days);
        int[] ordered = [.. days.Order()];
        return new FirstRouting(ordered.Length, waiting, At(50), At(90));

        int? At(int percent) => ordered.Length == 0 ? null : ordered[(ordered.Length * percent + 99) / 100 - 1];
    }
}
