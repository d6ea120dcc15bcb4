namespace Bimer.Domain.Applicants;

/// <summary>Codes of the education list (eğitim durumu, S5), lowest first; kept sealed with the identity.</summary>
public static class EducationLevel
{
    public static readonly IReadOnlyList<string> All = ["okuryazar", "ilkokul", "ortaokul", "lise", "onlisans", "lisans", "lisansustu"];

    /// <summary>True for a code of the list.</summary>
    public static bool Has(string code) => All.Contains(code, StringComparer.Ordinal);
}
