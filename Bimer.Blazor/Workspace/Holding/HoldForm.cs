using System.Globalization;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Holding;

/// <summary>What is typed on the page, and as it is kept between two visits of it.</summary>
public sealed class HoldForm
{
    public string Explanation { get; set; } = "";

    public string Reason { get; set; } = "";

    public DateOnly? ExpectedOn { get; set; }

    public DateOnly? RemindOn { get; set; }

    public static HoldForm Of(HoldTerms terms) =>
        new() { Explanation = terms.Explanation, Reason = terms.Reason, ExpectedOn = terms.ExpectedOn, RemindOn = terms.RemindOn };

    /// <summary>A day as the browser's own field wants its limits.</summary>
    public static string Limit(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
