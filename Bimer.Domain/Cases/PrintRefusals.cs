namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>What was typed is no code of a printout.</summary>
    public sealed record InvalidPrintCode : Refusal;

    /// <summary>There is no such printout, or none whose record the person may read: the two answers are one.</summary>
    public sealed record PrintNotFound : Refusal;

    /// <summary>Too many codes were asked for that led nowhere; the next hour begins anew.</summary>
    public sealed record TooManyPrintCodes : Refusal;

    /// <summary>No PDF could be made here: the program is missing, is not kept apart by this machine, or took too long. The page can be printed all the same.</summary>
    public sealed record PdfNotMade : Refusal;
}
