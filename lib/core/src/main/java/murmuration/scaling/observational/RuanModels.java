package murmuration.scaling.observational;

import java.util.List;

/** The base models of Ruan et al. 2024: the authors' choice of 77 in 21 families, not a rule. */
final class RuanModels {
  static final List<String> NAMES =
      """
      meta-llama/Llama-2-7b-hf
      meta-llama/Llama-2-13b-hf
      meta-llama/Llama-2-70b-hf
      huggyllama/llama-7b
      huggyllama/llama-13b
      huggyllama/llama-30b
      huggyllama/llama-65b
      meta-llama/Meta-Llama-3-70B
      meta-llama/Meta-Llama-3-8B
      Qwen/Qwen1.5-72B
      Qwen/Qwen1.5-32B
      Qwen/Qwen1.5-14B
      Qwen/Qwen1.5-7B
      Qwen/Qwen1.5-4B
      Qwen/Qwen1.5-1.8B
      Qwen/Qwen1.5-0.5B
      Qwen/Qwen-72B
      Qwen/Qwen-14B
      Qwen/Qwen-7B
      mistralai/Mistral-7B-v0.1
      mistralai/Mixtral-8x7B-v0.1
      01-ai/Yi-6B
      01-ai/Yi-34B
      google/gemma-7b
      google/gemma-2b
      tiiuae/falcon-180B
      tiiuae/falcon-40b
      tiiuae/falcon-7b
      tiiuae/falcon-rw-1b
      microsoft/phi-2
      microsoft/phi-1_5
      EleutherAI/pythia-1b-deduped
      EleutherAI/pythia-410m-deduped
      EleutherAI/pythia-6.9b-deduped
      EleutherAI/pythia-2.8b-deduped
      EleutherAI/pythia-12b-deduped
      EleutherAI/pythia-70m-deduped
      EleutherAI/pythia-1.4b-deduped
      EleutherAI/pythia-160m-deduped
      bigscience/bloom-560m
      bigscience/bloom-1b1
      bigscience/bloom-3b
      bigscience/bloom-7b1
      bigscience/bloom
      EleutherAI/gpt-neox-20b
      EleutherAI/gpt-neo-2.7B
      EleutherAI/gpt-neo-1.3B
      EleutherAI/gpt-neo-125m
      EleutherAI/gpt-j-6b
      facebook/opt-6.7b
      facebook/opt-1.3b
      facebook/opt-350m
      facebook/opt-13b
      facebook/opt-2.7b
      facebook/opt-30b
      facebook/opt-125m
      facebook/opt-66b
      mosaicml/mpt-30b
      mosaicml/mpt-7b
      facebook/xglm-564M
      facebook/xglm-1.7B
      facebook/xglm-4.5B
      facebook/xglm-7.5B
      codellama/CodeLlama-7b-hf
      codellama/CodeLlama-13b-hf
      codellama/CodeLlama-34b-hf
      codellama/CodeLlama-70b-hf
      bigcode/starcoderbase-1b
      bigcode/starcoderbase-3b
      bigcode/starcoderbase-7b
      bigcode/starcoderbase
      bigcode/starcoder2-15b
      bigcode/starcoder2-7b
      bigcode/starcoder2-3b
      deepseek-ai/deepseek-coder-1.3b-base
      deepseek-ai/deepseek-coder-6.7b-base
      deepseek-ai/deepseek-coder-33b-base
      """
          .lines()
          .toList();

  private RuanModels() {}
}
