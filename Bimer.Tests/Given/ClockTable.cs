using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>
/// What the clock says of every row of the table, days and words, as lines: the same on every machine, in every zone and language. Run in a
/// process of its own by <c>dotnet Bimer.Tests.dll clock tr-TR</c>.
/// </summary>
internal static class ClockTable
{
    private static readonly string[] Languages = ["tr", "en"];

    /// <param name="culture">Of the process; empty for the invariant one.</param>
    public static int Run(string culture)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        foreach (var line in Lines()) Console.Out.WriteLine(line);
        return 0;
    }

    public static IEnumerable<string> Lines()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().BuildServiceProvider();
        var words = services.GetRequiredService<CaseWords>();
        foreach (var given in DeadlineCase.All)
        {
            var ledger = DeadlineLedger.Of(given.Terms(), given.Calendar);
            yield return ledger.ToText();
            foreach (var line in Languages.SelectMany(language => Told(words, ledger, given.Calendar, language))) yield return line;
        }
    }

    /// <summary>Drawn as a page draws it: in the reader's language, whatever the machine speaks.</summary>
    private static List<string> Told(CaseWords words, DeadlineLedger ledger, WorkingCalendar calendar, string language)
    {
        var (before, beforeWords) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return [.. Moments(ledger.Deadline).Select(now => words.Deadline(RemainingTime.Of(ledger.Deadline, calendar, new NearDue(), now), ledger.Deadline.DueOn))
                .Select(view => $"{view.Tone}|{view.Words}|{view.Detail}")];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeWords);
        }
    }

    /// <summary>Either side of every change of the words on the last day.</summary>
    private static IEnumerable<DateTimeOffset> Moments(StatutoryDeadline deadline)
    {
        var day = IstanbulTime.StartOf(deadline.DueOn);
        return [IstanbulTime.StartOf(deadline.Terms.ReceivedOn), day.AddTicks(-1), day, deadline.EndsAt.AddTicks(-1), deadline.EndsAt, IstanbulTime.EndOf(deadline.DueOn)];
    }
}
