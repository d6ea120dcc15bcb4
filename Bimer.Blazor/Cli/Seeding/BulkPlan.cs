namespace Bimer.Blazor.Cli.Seeding;

/// <summary>How much to write for measurements: <c>seed --cases N</c>. The same plan gives the same cases.</summary>
/// <param name="Cases">How many cases, over the fourteen months that end with <paramref name="Until"/>.</param>
/// <param name="Until">The instant the story ends; nothing happens at or after it.</param>
public sealed record BulkPlan(int Cases, DateTimeOffset Until)
{
    public const int Months = 14;

    public int Seed { get; init; } = 2016;

    /// <summary>Chance that a complaint or tip-off hides its applicant.</summary>
    public double Hidden { get; init; } = 0.008;

    /// <summary>Chance that a complaint or tip-off is kept from a unit.</summary>
    public double Excluding { get; init; } = 0.003;

    /// <summary>
    /// The boxes to measure by. For each size one person sees exactly so many cases waiting in a unit's inbox, so many in their own
    /// custody and so many letters before them for signature. A box that does not fit into the cases is left out.
    /// </summary>
    public IReadOnlyList<int> Boxes { get; init; } = [50, 500, 5_000];

    /// <summary>The boxes that fit: together at most two thirds of the cases.</summary>
    internal IReadOnlyList<int> FittingBoxes
    {
        get
        {
            var room = Cases * 2 / 3;
            return [.. Boxes.Order().TakeWhile(size => (room -= size) >= 0)];
        }
    }
}
