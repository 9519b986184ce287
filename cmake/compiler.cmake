# Flags of every target: wb_flags is linked by all of ours.
add_library(wb_flags INTERFACE)
target_include_directories(wb_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(wb_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual
    -fstack-protector-strong)
target_compile_definitions(wb_flags INTERFACE _FILE_OFFSET_BITS=64 $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
option(WB_WARNINGS_AS_ERRORS "Stop at a warning" OFF)
if(WB_WARNINGS_AS_ERRORS)
    target_compile_options(wb_flags INTERFACE -Werror)
endif()
if(WB_SANITIZE)
    target_compile_options(wb_flags INTERFACE -fsanitize=${WB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(wb_flags INTERFACE -fsanitize=${WB_SANITIZE})
else()
    target_link_options(wb_flags INTERFACE -Wl,-z,relro,-z,now)
    target_compile_definitions(wb_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
endif()
