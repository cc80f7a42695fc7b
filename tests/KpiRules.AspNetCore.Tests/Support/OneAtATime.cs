// Tests here start hosts and fill them with work: they run one after another.
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]
