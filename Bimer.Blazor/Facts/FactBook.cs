namespace Bimer.Blazor.Facts;

/// <summary>
/// Everything the product knows about the country and the state before anybody has typed a word. Read once, checked on reading:
/// a book that could be opened is complete and its codes are unique.
/// </summary>
public sealed class FactBook
{
    private static readonly Lazy<FactBook> OfTheProduct = new(() => Load(FactFiles.Open));

    private FactBook(FactShelf shelf)
    {
        Districts = shelf.Read("provinces-districts.csv", FactReaders.District, d => d.Code, 973);
        Provinces = shelf.ReadGroups("provinces-districts.csv", FactReaders.Province, p => p.Plate, 81);
        Subjects = shelf.Read("subjects.csv", FactReaders.Subject, s => s.Code, 153);
        TopicWords = shelf.Read("topic-words.csv", FactReaders.TopicWords, w => w.Code, Subjects.Count).ToDictionary(w => w.Code, w => w.Words, StringComparer.Ordinal);
        Holidays = shelf.Read("holidays.csv", FactReaders.Holiday, h => $"{h.Date:O} {h.Name}", null);
        InadmissibilityReasons = shelf.Read("not-processed-reasons.csv", FactReaders.Reason, r => r.Code, null);
        InadmissibilityWordings = shelf.Read("not-processed-wordings.csv", row => (Code: row.Text("code"), Wording: row.Text("wording")), w => w.Code, null)
            .ToDictionary(w => w.Code, w => w.Wording, StringComparer.Ordinal);
        Ministries = shelf.Read("ministries.csv", FactReaders.Ministry, m => m.Id, 21);
        Institutions = shelf.Read("institutions.csv", FactReaders.Institution, i => i.Id, null);
        Directorates = shelf.Read("directorates.csv", FactReaders.Directorate, d => d.Number, 10);
        DetsisCodes = shelf.Read("detsis-codes.csv", FactReaders.Detsis, d => d.Code, null);
        Catalogue = shelf.Read("service-catalogue.csv", FactReaders.Catalogue, c => c.Code, null);
        Volumes = shelf.Read("volumes.csv", FactReaders.Volume, v => $"{v.System} {v.Period} {v.Measure}", null);
    }

    /// <summary>The book shipped with the product; read on first use.</summary>
    public static FactBook Shipped => OfTheProduct.Value;

    /// <summary>The 81 provinces by plate.</summary>
    public IReadOnlyList<ProvinceFact> Provinces { get; }

    /// <summary>The 973 districts by plate and number.</summary>
    public IReadOnlyList<DistrictFact> Districts { get; }

    /// <summary>153 subtopics under 34 topics, in the order of their codes. A proposal: the table is editable.</summary>
    public IReadOnlyList<SubjectFact> Subjects { get; }

    /// <summary>Of each subtopic by its code: words people use for it beside its name.</summary>
    public IReadOnlyDictionary<string, string> TopicWords { get; }

    /// <summary>Public holidays 2015–2035 by date.</summary>
    public IReadOnlyList<HolidayFact> Holidays { get; }

    public IReadOnlyList<InadmissibilityReasonFact> InadmissibilityReasons { get; }

    /// <summary>What may be written for a reason, by its code (matbu yazı).</summary>
    public IReadOnlyDictionary<string, string> InadmissibilityWordings { get; }

    public IReadOnlyList<MinistryFact> Ministries { get; }

    /// <summary>The root, the centre and the independent bodies.</summary>
    public IReadOnlyList<InstitutionFact> Institutions { get; }

    public IReadOnlyList<DirectorateFact> Directorates { get; }

    public IReadOnlyList<DetsisFact> DetsisCodes { get; }

    /// <summary>The representative service catalogue (temsilî hizmet envanteri).</summary>
    public IReadOnlyList<CatalogueFact> Catalogue { get; }

    public IReadOnlyList<VolumeFact> Volumes { get; }

    /// <summary>Reads and checks a whole set of files; <paramref name="open"/> gives a reader for a file name.</summary>
    /// <exception cref="FactFileException">A file is missing, incomplete or has a wrong or repeated value.</exception>
    public static FactBook Load(Func<string, TextReader> open) => new(new FactShelf(open));
}
