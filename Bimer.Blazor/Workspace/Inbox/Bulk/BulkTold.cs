using Bimer.Blazor.Shell;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Inbox.Bulk;

/// <summary>What a bulk act came to, in one line.</summary>
internal static class BulkTold
{
    public static string Of(IStringLocalizer<BulkWords> words, BulkJob job)
    {
        var (done, undone) = (job.Count(BulkEnd.Done, BulkEnd.Partly), job.Count(BulkEnd.Undone));
        var unknown = job.Count(BulkEnd.Unknown);
        var left = job.Rows.Count - done - undone - unknown - job.Count(BulkEnd.Already);
        string[] parts =
        [
            done > 0 || undone + unknown == 0 ? words.Counted("Done." + job.Verb, done) : "",
            undone > 0 ? words.Counted("Undone", undone) : "",
            unknown > 0 ? words.Counted("Unknown", unknown) : "",
            left > 0 ? words.Counted("NotDone", left) : "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
