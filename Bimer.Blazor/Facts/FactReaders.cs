using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Facts;

/// <summary>How each data file becomes records: one small function per file.</summary>
internal static class FactReaders
{
    private static readonly Dictionary<string, HolidayKind> HolidayKinds = new(StringComparer.Ordinal)
    {
        ["full"] = HolidayKind.FullDay,
        ["half13"] = HolidayKind.HalfDay,
    };

    private static readonly Dictionary<string, UnitKind> UnitKinds =
        Enum.GetValues<UnitKind>().ToDictionary(k => k.ToString(), StringComparer.Ordinal);

    public static DistrictFact District(CsvRow row) =>
        new(Plate(row), row.Whole("no"), row.Text("district"), row.Number("lat"), row.Number("lon"), row.Text("source"), row.Whole("neighbourhoods"));

    public static ProvinceFact Province(CsvRow row) => new(Plate(row), row.Text("province"));

    public static SubjectFact Subject(CsvRow row)
    {
        var (topic, code) = (row.Text("subject_code"), row.Text("sub_code"));
        if (!code.StartsWith(topic + ".", StringComparison.Ordinal)) throw row.Wrong($"{code} does not belong to topic {topic}");
        return new(topic, row.Text("subject"), code, row.Text("sub_subject"), row.Text("default_owner"));
    }

    public static TopicWordsFact TopicWords(CsvRow row) => new(row.Text("sub_code"), row.Text("words"));

    public static HolidayFact Holiday(CsvRow row) =>
        new(row.Date("date"), row.Text("name"), row.OneOf("kind", HolidayKinds), row.Text("legal_basis"), row.Text("certainty"));

    public static InadmissibilityReasonFact Reason(CsvRow row)
    {
        var ground = row.Text("needs_free_text");
        return new(row.Text("law"), row.Text("article"), row.Text("code"), row.Text("reason"), ground.StartsWith("evet", StringComparison.Ordinal), ground);
    }

    public static MinistryFact Ministry(CsvRow row) => new(row.Whole("id"), row.Text("name"), row.Text("successor"));

    public static InstitutionFact Institution(CsvRow row) =>
        new(row.Whole("id"), row.OneOf("kind", UnitKinds), row.Text("name"), row.OptionalText("detsis_name"), row.OptionalText("subject_owner"));

    public static DirectorateFact Directorate(CsvRow row) =>
        new(row.Whole("no"), row.Text("key"), row.Text("name"), row.Text("ministry"));

    public static DetsisFact Detsis(CsvRow row) =>
        DetsisCode.TryParse(row["detsis_no"], out var code)
            ? new(code, row.Text("name_now"), row.OptionalText("period_name"), row.Text("source"))
            : throw row.Wrong($"detsis_no has not 8 digits: '{row["detsis_no"]}'");

    public static CatalogueFact Catalogue(CsvRow row) =>
        new(row.OneOf("unit_kind", UnitKinds), row.OptionalText("directorate"), row.Text("code"), row.Text("name"));

    public static VolumeFact Volume(CsvRow row) =>
        new(row.Text("system"), row.Text("period"), row.Text("measure"), row.Text("value"), row.Text("source"));

    private static string Plate(CsvRow row)
    {
        var plate = row.Text("plate");
        return plate.Length == 2 && row.Whole("plate") is >= 1 and <= 81 ? plate : throw row.Wrong($"plate is not 01–81: '{plate}'");
    }
}
