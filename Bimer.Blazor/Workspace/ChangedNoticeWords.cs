namespace Bimer.Blazor.Workspace;

/// <summary>Names the words that say what happened to a case while a desk was open.</summary>
public sealed class ChangedNoticeWords;
