namespace Bimer.Blazor.Workspace;

/// <summary>Names the words of the box in which a unit is picked.</summary>
public sealed class TopicPickerWords;
