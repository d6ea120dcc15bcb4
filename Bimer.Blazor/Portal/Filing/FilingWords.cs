namespace Bimer.Blazor.Portal.Filing;

/// <summary>Names the words of the form: FilingWords.resx (Turkish) and FilingWords.en.resx.</summary>
public sealed class FilingWords;
