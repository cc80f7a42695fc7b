// The steps by which a file is written, in their order: tests let each of them fail.
namespace KpiRules.Files;

internal enum WriteStep
{
    /// <summary>Nobody else who locks the file reads or writes it until this run has ended.</summary>
    Locked,

    /// <summary>What the file held has been read.</summary>
    Read,

    /// <summary>There is an empty file of a name of its own beside the one to be written.</summary>
    Created,

    /// <summary>A part of the text stands in it.</summary>
    HalfWritten,

    /// <summary>All of it.</summary>
    Written,

    /// <summary>All of it, on the disk.</summary>
    Flushed,

    /// <summary>It is open to whom the old file was.</summary>
    Opened,

    /// <summary>It has taken the place of the old one.</summary>
    Replaced,
}
