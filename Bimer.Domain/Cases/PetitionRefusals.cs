namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Not a case number, or its check digit does not fit.</summary>
    public sealed record InvalidCaseNumber : Refusal;

    /// <summary>The day of receipt lies ahead.</summary>
    public sealed record ReceivedInTheFuture(DateOnly Today) : Refusal;

    /// <summary>The day of receipt lies before there was anybody to receive it.</summary>
    public sealed record ReceivedTooEarly(DateOnly Earliest) : Refusal;

    /// <summary>Nothing a reader could see was written.</summary>
    public sealed record PetitionTextBlank : Refusal;

    /// <summary>More characters than the limit, both as people see them; the text itself is kept by the form.</summary>
    public sealed record PetitionTextTooLong(int Count, int Limit) : Refusal
    {
        /// <summary>How many characters have to go.</summary>
        public int Over => Count - Limit;
    }

    /// <summary>Few enough characters, but heaped with marks or joined signs: both counts are UTF-16 units.</summary>
    public sealed record PetitionTextTooHeavy(int Count, int Limit) : Refusal
    {
        /// <summary>How many units have to go.</summary>
        public int Over => Count - Limit;
    }

    /// <summary>Half a character (a lone surrogate) stands at this place, counted in UTF-16 units from 0.</summary>
    public sealed record PetitionTextUnreadable(int Position) : Refusal;
}
