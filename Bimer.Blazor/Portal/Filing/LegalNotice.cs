namespace Bimer.Blazor.Portal.Filing;

/// <summary>
/// The legal notice a petition is filed under (yasal bilgilendirme, S10). Its text stands in FilingWords as <c>Notice.1</c>, <c>Notice.2</c> …;
/// whoever changes a word of it raises the version, which is kept with each case.
/// </summary>
public static class LegalNotice
{
    public const string Version = "2026-1";

    public const int Paragraphs = 5;
}
