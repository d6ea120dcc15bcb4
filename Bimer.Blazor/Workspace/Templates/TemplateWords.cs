namespace Bimer.Blazor.Workspace.Templates;

/// <summary>Names the words of the answer templates: TemplateWords.resx (Turkish) and TemplateWords.en.resx.</summary>
public sealed class TemplateWords;
