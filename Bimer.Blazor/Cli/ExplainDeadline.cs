using System.Globalization;
using System.Text;
using System.Text.Json;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>
/// <c>deadline</c>: the last legal day of a date and every day that made it, for whoever doubts a date the program shows. Needs no database
/// and opens no folder. Dates, numbers and the names before a colon are the same in every language.
/// </summary>
public sealed class ExplainDeadline(WorkingCalendar calendar, IStringLocalizer<CliWords> words)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public Task<int> RunAsync(IReadOnlyList<string> said, TextWriter console)
    {
        if (DeadlineQuestion.Read(said) is not { } question) return CommandLine.SayAsync(console, words["DeadlineUnread"], CommandLine.NotUnderstood);
        var answer = question.Answer(calendar);
        if (answer.Value is not { } ledger) return CommandLine.SayAsync(console, words[answer.Refusal is Domain.Kernel.Refusal.OnlyForInformationRequests ? "DeadlineNotExtended" : "DeadlineFeeUnfit"], CommandLine.Refused);
        return CommandLine.SayAsync(console, question.AsJson ? Json(ledger) : Text(ledger), CommandLine.Done);
    }

    private string Text(DeadlineLedger ledger)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"due: {Iso(ledger.Deadline.DueOn)}\n");
        if (EndsAtOne(ledger)) text.Append("dueTime: 13:00\n");
        if (ledger.Terms.ArrivedOn is not null) text.Append(CultureInfo.InvariantCulture, $"legalDue: {Iso(ledger.Deadline.LegalDueOn)}\n");
        text.Append("ledger:\n");
        Append(text, ledger.Entries);
        if (ledger.ArrivalEntries.Count > 0) Append(text.Append("arrivalLedger:\n"), ledger.ArrivalEntries);
        if (IsBeyondTable(ledger)) text.Append(words["DeadlineBeyond", calendar.Holidays.LastYear ?? 0]).Append('\n');
        return text.Append(ledger.ToText()).ToString();
    }

    private void Append(StringBuilder text, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            var counted = entry.Weight == 1 ? entry.Count.ToString(CultureInfo.InvariantCulture) : "-";
            var name = IsNamed(entry.Why) ? calendar.HolidayOn(entry.Day)?.Name : null;
            text.Append(string.Create(CultureInfo.InvariantCulture, $"  {Iso(entry.Day)}  {counted,3}  {words["Ledger." + entry.Why].Value,-20}  {entry.Article,-12}  {name}").TrimEnd()).Append('\n');
        }
    }

    private string Json(DeadlineLedger ledger)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("act", ledger.Terms.Basis == LegalBasis.PetitionAct ? "3071" : "4982");
            json.WriteString("received", Iso(ledger.Terms.ReceivedOn));
            json.WriteString("due", Iso(ledger.Deadline.DueOn));
            if (EndsAtOne(ledger)) json.WriteString("dueTime", "13:00");
            json.WriteNumber("halfDay", ledger.Rules.HalfDayWorks ? 1 : 0);
            json.WriteBoolean("extended", ledger.Terms.ExtendedOn is not null);
            if (ledger.Terms.FeeNoticeOn is { } told) json.WriteString("feeNotice", Iso(told));
            if (ledger.Terms.FeePaidOn is { } paid) json.WriteString("feePaid", Iso(paid));
            if (ledger.Terms.ArrivedOn is { } arrived) json.WriteString("arrived", Iso(arrived));
            if (ledger.Terms.ArrivedOn is not null) json.WriteString("legalDue", Iso(ledger.Deadline.LegalDueOn));
            json.WriteBoolean("beyondHolidayTable", IsBeyondTable(ledger));
            Write(json, "ledger", ledger.Entries);
            if (ledger.ArrivalEntries.Count > 0) Write(json, "arrivalLedger", ledger.ArrivalEntries);
            json.WriteString("ledgerText", ledger.ToText());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private void Write(Utf8JsonWriter json, string name, IReadOnlyList<LedgerEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries) Write(json, entry);
        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("day", Iso(entry.Day));
        json.WriteNumber("weight", entry.Weight);
        json.WriteNumber("count", entry.Count);
        json.WriteString("why", entry.Why.ToString());
        json.WriteString("article", entry.Article);
        if (IsNamed(entry.Why) && calendar.HolidayOn(entry.Day) is { } holiday) json.WriteString("name", holiday.Name);
        json.WriteEndObject();
    }

    private bool IsBeyondTable(DeadlineLedger ledger) =>
        calendar.Holidays.LastYear is not { } last || ledger.Deadline.DueOn.Year > last || ledger.Deadline.LegalDueOn.Year > last || ledger.Terms.ReceivedOn.Year < calendar.Holidays.All[0].Day.Year;

    private static bool EndsAtOne(DeadlineLedger ledger) => ledger.Deadline.EndsAt < IstanbulTime.EndOf(ledger.Deadline.DueOn);

    private static bool IsNamed(LedgerReason why) => why is LedgerReason.Holiday or LedgerReason.HalfDay or LedgerReason.AdministrativeLeave;

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
