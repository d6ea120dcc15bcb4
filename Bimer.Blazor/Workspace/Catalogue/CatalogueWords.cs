namespace Bimer.Blazor.Workspace.Catalogue;

/// <summary>Names the words of the service list: CatalogueWords.resx (Turkish) and CatalogueWords.en.resx.</summary>
public sealed class CatalogueWords;
