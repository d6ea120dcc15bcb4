using System.Text;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Word, Excel and OpenDocument files: zips of a known shape, without macros, passwords or more inside than they say.</summary>
internal sealed class OfficeInspection(AttachmentType claimed, UnpackingBudget budget)
{
    private AttachmentType? _detected;
    private Refusal? _refusal;

    public Refusal? Inspect(ContentReader content)
    {
        InspectArchive(content, depth: 0);
        if (_refusal is not null) return _refusal;
        return _detected == claimed ? null : new Refusal.AttachmentIsSomethingElse(claimed, _detected);
    }

    private void InspectArchive(ContentReader archive, int depth)
    {
        var directory = new ZipDirectory(archive);
        if (directory.CountEntries() is not { } count) _refusal ??= new Refusal.AttachmentDamaged(claimed);
        else _refusal ??= budget.Enter(depth, count);
        if (_refusal is not null) return;

        if (directory.Read() is not { } entries)
        {
            _refusal = new Refusal.AttachmentDamaged(claimed);
            return;
        }
        _refusal = InspectEntries(entries) ?? budget.Declare(entries);
        foreach (var entry in entries.Where(entry => !entry.IsDirectory))
        {
            if (_refusal is not null) return;
            InspectContent(archive, entry, depth);
        }
    }

    private Refusal? InspectEntries(IReadOnlyList<ZipEntry> entries)
    {
        if (entries.Any(entry => entry.Encrypted)) return new Refusal.AttachmentEncrypted(claimed);
        if (entries.Any(entry => OfficeMarks.IsMacro(entry.Name))) return new Refusal.AttachmentHasMacros(claimed);
        return entries.All(ZipUnpacking.CanUnpack) ? null : new Refusal.AttachmentDamaged(claimed);
    }

    private void InspectContent(ContentReader archive, ZipEntry entry, int depth)
    {
        var sample = new OfficeSample(entry, budget.NestedBytes);
        if (!ZipUnpacking.TryUnpack(archive, entry, sample.Take) || sample.DeclaresEntities)
        {
            _refusal = new Refusal.AttachmentDamaged(claimed);
            return;
        }
        if (sample.IsArchive)
        {
            InspectNested(sample, depth);
            return;
        }
        if (OfficeMarks.IsDescription(entry.Name)) Judge(entry.Name, Encoding.UTF8.GetString(sample.Bytes), depth);
    }

    private void InspectNested(OfficeSample sample, int depth)
    {
        if (!sample.IsWhole) _refusal = new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Bytes, budget.NestedBytes);
        else InspectArchive(new ContentReader(new MemoryStream(sample.Bytes, writable: false)), depth + 1);
    }

    private void Judge(string name, string description, int depth)
    {
        if (OfficeMarks.TellsOfMacros(description)) _refusal = new Refusal.AttachmentHasMacros(claimed);
        else if (OfficeMarks.TellsOfEncryption(description)) _refusal = new Refusal.AttachmentEncrypted(claimed);
        else if (depth == 0) _detected ??= OfficeMarks.TypeOf(name, description);
    }
}
