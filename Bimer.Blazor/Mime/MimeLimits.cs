namespace Bimer.Blazor.Mime;

/// <summary>How much of a mail is read before it is refused. Every limit includes its own value.</summary>
/// <param name="Bytes">The whole mail as it lies in the mailbox.</param>
/// <param name="HeadBytes">The head of the mail, or of one of its parts.</param>
/// <param name="Parts">All parts together, containers included.</param>
/// <param name="Depth">Parts within parts; a forwarded mail is one too.</param>
/// <param name="TextBytes">One text of it; what is longer is no letter, stays as the file it came as and costs no memory ten times over.</param>
public sealed record MimeLimits(long Bytes, int HeadBytes = 256 * 1024, int Parts = 500, int Depth = 20, int TextBytes = 1024 * 1024);
