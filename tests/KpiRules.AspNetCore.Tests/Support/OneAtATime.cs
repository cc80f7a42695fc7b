// Memory and time are measured over the whole process: tests run one after another.
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]
